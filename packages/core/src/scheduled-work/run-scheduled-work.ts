import type { Core } from "../core.ts";
import { moveFormerWork } from "./move-former-work.ts";
import { kindNames } from "./work-kinds.ts";
import { createWorker } from "./worker.ts";

/**
 * One pass over all due work of every kind, until it has ended. Each piece is leased with a conditional write, so any
 * number of processes may run this at once. Returns the number of pieces processed.
 */
export async function runScheduledWork(core: Core): Promise<number> {
  await moveFormerWork(core);
  const counts = await Promise.all(
    kindNames.map(async (kind) => {
      const worker = createWorker(core, kind);
      await worker.beginDue();
      return worker.settled();
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
