import type { Core } from "@evently/core/core";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import type { TableTest } from "./own-paths.ts";

/** Times one read of the table; a failed read is reported and returned as unavailable. */
export async function testTable(core: Core): Promise<TableTest> {
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
