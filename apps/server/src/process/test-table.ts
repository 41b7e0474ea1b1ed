import type { Core } from "@evently/core/core";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import type { TableTest } from "../http/own-paths.ts";

/** Answers how long one read of the table took, or 503 if it failed, which is reported. */
export async function testTable(core: Core): Promise<Response> {
  const test = await timeRead(core);
  return Response.json(test, { status: test.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}

async function timeRead(core: Core): Promise<TableTest> {
  const began = performance.now();
  const latency = () => Math.round((performance.now() - began) * 10) / 10;
  try {
    await readItem(core.table, keys.seed());
    return { status: "ok", table: core.table.name, latency_ms: latency() };
  } catch (error) {
    core.reportError("the table did not answer", { error });
    return { status: "unavailable", table: core.table.name, latency_ms: latency() };
  }
}
