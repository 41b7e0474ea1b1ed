import type { Core } from "@evently/core/core";
import { workDue } from "@evently/core/due/work-due";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;

/** What this process does unasked: brings unfinished work to its end, keeps its catalogue fresh, and the counts of events. */
export function startLoops(core: Core): Loop {
  const loops = [
    startLoop(
      () => workDue(core),
      pauseMs,
      (error) => core.report("unfinished work was not looked at", { error }),
    ),
    startLoop(
      () => bringCountsHome(core),
      pauseMs,
      (error) => core.report("what was sold is counted, but not in its event yet", { error }),
    ),
    startLoop(
      () => core.catalogue.follow(),
      pauseMs,
      (error) => core.report("the catalogue was not refreshed", { error }),
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
  await core.attempts.resend();
  await core.lanes.fold();
}
