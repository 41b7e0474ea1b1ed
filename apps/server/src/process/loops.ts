import type { Core } from "@evently/core/core";
import { runScheduledWork } from "@evently/core/scheduled-work/run-scheduled-work";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;

/** The background loops of this process: scheduled work, counter roll-ups and catalog refreshes. */
export function startLoops(core: Core): Loop {
  const loops = [
    startLoop(
      () => runScheduledWork(core),
      pauseMs,
      (error) => core.reportError("scheduled work was not run", { error }),
    ),
    startLoop(
      () => flushCounters(core),
      pauseMs,
      (error) => core.reportError("counts are not in their event yet", { error }),
    ),
    startLoop(
      () => core.catalog.follow(),
      pauseMs,
      (error) => core.reportError("the catalog was not refreshed", { error }),
    ),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/**
 * Finishes background work, then flushes the counters: the last step of a process, so that an orderly shutdown leaves
 * nothing to others.
 */
export async function finishBackgroundWork(core: Core): Promise<void> {
  await core.background.settled();
  await flushCounters(core);
}

/** Rolls up this process's counter shards. Throws UNAVAILABLE. */
async function flushCounters(core: Core): Promise<void> {
  await core.holdRequests.resend();
  await core.counterShards.rollUp();
}
