import { type Browser, chromium } from "@playwright/test";
import { median, round } from "../../server/bench/quantile";
import { handIn, say } from "../../server/bench/report";
import { askApi, startGuest } from "../../server/dist/testing/http/api-client.js";
import { browserArgs } from "../e2e/browser-args";
import { findChromium } from "../e2e/find-chromium";
import { buyTicket } from "./buy-ticket";
import { listInteractions } from "./list-interactions";
import { type Demo, openDemo } from "./open-demo";
import { shiftWhileSearching } from "./shift-while-searching";
import { type MapTimes, timeMap } from "./time-map";
import { type Weight, weighPage } from "./weigh-page";

const rounds = 5;
/** More concerts, so that the list is as long as a first page mostly is. */
const listed = 40;
const view = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", locale: "en-GB" } as const;

type Listed = { event_id: string; name: string; seat_count: number };

const demo = await openDemo(["david-geffen-hall", "merkin-hall", "demonstration-arena"], listed);
const browser = await chromium.launch({ executablePath: findChromium(), args: browserArgs });
try {
  const events = await listEvents(demo);
  const pages = await weighPages(browser, demo, events);
  const maps = [];
  for (const event of events) maps.push(await timeMaps(browser, demo, event));
  const interactions = await listInteractions(browser, { site: demo.site, events, rounds });
  report(pages, maps, interactions, await measureShifts(browser, demo));
} finally {
  await browser.close();
  await demo.stop();
}

/** One for each size of hall, the smallest first. */
async function listEvents({ api }: Demo): Promise<Listed[]> {
  const { body } = await askApi(api, "GET", "/events?limit=200");
  const bySize = new Map((body.items as Listed[]).map((event) => [event.seat_count, event]));
  return [...bySize.values()].sort((a, b) => a.seat_count - b.seat_count);
}

/** Each page in fresh browsers, signed in as the ticket's owner. */
async function weighPages(browser: Browser, { site }: Demo, [event]: Listed[]): Promise<string[][]> {
  if (!event) throw new Error("The demo has no event");
  const context = await browser.newContext(view);
  const ticket = await buyTicket(context, site, event.event_id);
  const session = await context.storageState();
  await context.close();

  const rows: string[][] = [];
  const pages: [name: string, path: string, budgetKb: number][] = [
    ["home", "/", 190],
    ["event", `/events/${event.event_id}`, 210],
    ["ticket", ticket, 200],
  ];
  for (const [name, path, budgetKb] of pages) {
    say(`weighing the page: ${name}`);
    const weights: Weight[] = [];
    for (let i = 0; i < rounds; i++) {
      const fresh = await browser.newContext({ ...view, storageState: session });
      weights.push(await weighPage(fresh, site + path));
      await fresh.close();
    }
    const kb = median(weights.map(({ scriptKb }) => scriptKb));
    const paint = median(weights.map(({ firstPaintMs }) => firstPaintMs));
    rows.push([name, kb.toFixed(1), String(budgetKb), kb <= budgetKb ? "yes" : "no", round(paint)]);
  }
  return rows;
}

async function timeMaps(browser: Browser, { site, api }: Demo, event: Listed): Promise<string[]> {
  say(`timing the map of ${event.seat_count} seats`);
  const seats = await listFree(api, event.event_id);
  const times: MapTimes[] = [];
  for (let i = 0; i < rounds; i++) {
    const context = await browser.newContext(view);
    const takeSeat = async () => {
      const token = (await startGuest(api)) ?? "";
      const { status } = await askApi(api, "POST", `/events/${event.event_id}/hold`, {
        token,
        body: { seats: [seats[i]] },
      });
      if (status !== 201) throw new Error(`The seat ${seats[i]} could not be held: ${status}`);
    };
    times.push(await timeMap(context, `${site}/events/${event.event_id}`, takeSeat));
    await context.close();
  }
  const [paint, update] = [times.map(({ firstPaintMs }) => firstPaintMs), times.map(({ updateMs }) => updateMs)];
  return [String(event.seat_count), round(median(paint)), round(median(update))];
}

async function listFree(api: string, event_id: string): Promise<string[]> {
  const { body } = await askApi(api, "GET", `/events/${event_id}/seats?seat_state=available`);
  return (body.items as { seat_pos: string }[]).map(({ seat_pos }) => seat_pos);
}

async function measureShifts(browser: Browser, { site }: Demo): Promise<string[][]> {
  const rows: string[][] = [];
  for (const viewport of [{ width: 360, height: 800 }, view.viewport]) {
    say(`searching on a slow line at ${viewport.width} px`);
    const context = await browser.newContext({ ...view, viewport });
    const shift = await shiftWhileSearching(context, site, ["mahler", "beethoven", "zzyzzyva"]);
    await context.close();
    rows.push([String(viewport.width), shift.toFixed(4), "0.02", shift <= 0.02 ? "yes" : "no"]);
  }
  return rows;
}

type Interactions = Awaited<ReturnType<typeof listInteractions>>;

function report(pages: string[][], maps: string[][], interactions: Interactions, shifts: string[][]): void {
  handIn({
    notes: [
      "Layout shift is what browsers count as moved by the page itself, the sum over three searches on a line with 800 ms latency and 50 kB/s, the last of them without a result.",
      `Chromium without a graphics card, 1440 × 900, with the production build; medians of ${rounds} first visits with an empty cache. Script is every script file loaded until the network is quiet, gzipped, in kB of 1000 bytes.`,
      "First paint of the map is from navigation to the frame after the map was added to the document. The larger hall shows its sections first; seats are drawn when a visitor zooms in. One update: someone else holds a seat; the time runs from the last byte of the answer that contains it to the frame that shows it. The page polls every 2 s, and that wait is not included.",
      interactions.note,
    ],
    tables: [
      {
        title: "Weight of the pages",
        columns: ["page", "script kB", "budget kB", "within", "first contentful paint ms"],
        rows: pages,
      },
      {
        title: "Layout shift while searching",
        columns: ["width px", "shift", "at most", "within"],
        rows: shifts,
      },
      { title: "Seat map", columns: ["seats", "first paint ms", "one update ms"], rows: maps },
      interactions.table,
    ],
  });
}
