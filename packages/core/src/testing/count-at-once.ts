import { createHoldRequests } from "../counts/hold-requests.ts";
import type { TestCore } from "./open-core.ts";

/** Counts holds without the pause that a server makes between two counts of an event: most of a model's time was that. */
export function countAtOnce<Opened extends TestCore>(core: Opened): Opened {
  const { table, clock, counterShards: shards, reportError } = core;
  const report = (error: unknown) => reportError("holds wait to be counted", { error });
  return Object.assign(core, { holdRequests: createHoldRequests({ table, clock, shards, report, pauseMs: 0 }) });
}
