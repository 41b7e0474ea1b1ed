import type { Core } from "@evently/core/core";
import { runScheduledWork } from "@evently/core/scheduled-work/run-scheduled-work";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;

/** The background work of this process: unfinished work, the counters of events, and the catalog. */
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

/** What no answer waited for, then the counts: the last thing that a process does, so that an orderly end leaves nothing to the others. */
export async function finishBackgroundWork(core: Core): Promise<void> {
  await core.background.settled();
  await flushCounters(core);
}

/** Brings the counts of this process to their events. Throws UNAVAILABLE. */
async function flushCounters(core: Core): Promise<void> {
  await core.holdRequests.resend();
  await core.counterShards.rollUp();
}
