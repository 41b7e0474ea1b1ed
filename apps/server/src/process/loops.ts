import type { Core } from "@evently/core/core";
import { runScheduledWork } from "@evently/core/scheduled-work/run-scheduled-work";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;

/** What this process does unasked: brings unfinished work to its end, keeps its catalogue fresh, and the counts of events. */
export function startLoops(core: Core): Loop {
  const loops = [
    startLoop(
      () => runScheduledWork(core),
      pauseMs,
      (error) => core.reportError("unfinished work was not looked at", { error }),
    ),
    startLoop(
      () => bringCountsHome(core),
      pauseMs,
      (error) => core.reportError("what was sold is counted, but not in its event yet", { error }),
    ),
    startLoop(
      () => core.catalog.follow(),
      pauseMs,
      (error) => core.reportError("the catalogue was not refreshed", { error }),
    ),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** Also the last thing that a process does, so that one which ends in peace leaves nothing to the others. Throws UNAVAILABLE. */
export async function bringCountsHome(core: Core): Promise<void> {
  await core.holdRequests.resend();
  await core.counterShards.rollUp();
}
