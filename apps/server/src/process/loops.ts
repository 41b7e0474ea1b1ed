import type { Core } from "@evently/core/core";
import { heedWakes } from "@evently/core/payment-events/heed-wakes";
import { moveFormerWork } from "@evently/core/scheduled-work/move-former-work";
import { kindNames } from "@evently/core/scheduled-work/work-kinds";
import { createWorker } from "@evently/core/scheduled-work/worker";
import type { WorkKind } from "@evently/core/table/due-index";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;
/** Processes of the version before may run beside this one for a while. */
const formerWorkMs = 60_000;

/** The background loops of this process: scheduled work of each kind, counter roll-ups, what networks hold, and catalog
 * refreshes. */
export function startLoops(core: Core): Loop {
  const loops = [
    ...kindNames.map((kind) => startWorker(core, kind)),
    startLoop(
      () => moveFormerWork(core),
      formerWorkMs,
      (error) => core.reportError("work of the version before was not moved", { error }),
    ),
    startLoop(
      () => flushCounters(core),
      pauseMs,
      (error) => core.reportError("counts are not in their event yet", { error }),
    ),
    startLoop(
      () => core.unpaidSeats.share(),
      pauseMs,
      (error) => core.reportError("unpaid seats of networks were not shared", { error }),
    ),
    startLoop(
      () => heedWakes(core),
      pauseMs,
      (error) => core.reportError("news of the payment gateway are found by reading its events", { error }),
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

/** Kinds have loops of their own, so that none waits for another. */
function startWorker(core: Core, kind: WorkKind): Loop {
  const worker = createWorker(core, kind);
  const loop = startLoop(worker.beginDue, pauseMs, (error) =>
    core.reportError("scheduled work was not run", { kind, error }),
  );
  return {
    async stop() {
      await Promise.all([loop.stop(), worker.stop()]);
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
