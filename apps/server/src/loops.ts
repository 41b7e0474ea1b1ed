import type { Core } from "@evently/core/core";
import { workDue } from "@evently/core/due/work-due";
import { type Loop, startLoop } from "./loop.ts";

const pauseMs = 1_000;

/** What this process does unasked: brings unfinished work to its end, and keeps its catalogue fresh. */
export function startLoops(core: Core): Loop {
  const loops = [
    startLoop(
      () => workDue(core),
      pauseMs,
      (error) => core.report("unfinished work was not looked at", { error }),
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
