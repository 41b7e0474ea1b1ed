import type { Browser, BrowserContext } from "@playwright/test";
import { median } from "../../server/bench/quantile";
import { type Report, say } from "../../server/bench/report";
import { type InteractionTimes, throttle, timePicker, timeTyping } from "./time-interactions";

const goalMs = 200;
// With what moves on the page, as most visitors see it.
const view = { viewport: { width: 1440, height: 900 }, locale: "en-GB" } as const;

type Options = { site: string; events: readonly { event_id: string; seat_count: number }[]; rounds: number };
type Measured = { name: string; times: Map<string, number[]> };

/** What a visitor does on the pages of these events and on the home page, and how long each act takes. */
export async function listInteractions(browser: Browser, { site, events, rounds }: Options) {
  const measured: Measured[] = [];
  const repeat = async (name: string, time: (context: BrowserContext) => Promise<InteractionTimes>) => {
    say(`timing what a visitor does: ${name}`);
    const times = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext(view);
      for (const [act, ms] of await time(context)) times.set(act, [...(times.get(act) ?? []), ms]);
      await context.close();
    }
    measured.push({ name, times });
  };
  for (const { event_id, seat_count } of events)
    await repeat(`${seat_count} seats`, (context) => timePicker(context, `${site}/events/${event_id}`));
  await repeat("home", (context) => timeTyping(context, site));
  return tabulate(measured);
}

function tabulate(measured: readonly Measured[]): { table: Report["tables"][number]; note: string } {
  const acts = [...new Set(measured.flatMap(({ times }) => [...times.keys()]))];
  const cellOf = ({ times }: Measured, act: string) => median(times.get(act) ?? []) || "–";
  const worstOf = ({ times }: Measured) => Math.max(...[...times.values()].map(median));
  const rows = acts.map((act) => [act, ...measured.map((each) => cellOf(each, act))]);
  return {
    table: {
      title: "Interactions, ms",
      columns: ["act", ...measured.map(({ name }) => name)],
      rows: [
        ...rows,
        ["worst", ...measured.map(worstOf)],
        [`within ${goalMs}`, ...measured.map((each) => (worstOf(each) <= goalMs ? "yes" : "no"))],
      ],
    },
    note: `An interaction lasts until its effect is painted, as event timing has it: the longest of the act's events, in steps of 8 ms, 16 or less as 16. A filter's button is painted first, and the map in a frame of its own: where the map changes, the time runs until the frame after the one that shows it begins; where it glides over the hall, the glide is not counted. The processor is slowed down ${throttle} times, and nothing is left out of motion. The goal is ${goalMs} ms for the worst median.`,
  };
}
