import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** Takes how long it was, since the last call, from what the visitor did until each of its effects was painted, ms. */
    takeInteractions: () => number[];
    /** Whether the map has changed and the change is not painted yet. */
    isMapPending: () => boolean;
  }
}

/**
 * By what was done: the longest time until its effect was painted, ms, as event timing has it (in steps of 8), or until the
 * map has painted what it changed in a frame of its own.
 */
export type InteractionTimes = Map<string, number>;

/** How many times the processor is slowed down. */
export const throttle = 4;
const shortest = 16;

/** Opens an event's page, slows the processor down and uses the picker as a visitor would, with mouse and keys. */
export async function timePicker(context: BrowserContext, address: string): Promise<InteractionTimes> {
  return onSlowPage(context, address, ".seat-svg", async (page, time) => {
    await page
      .getByRole("grid", { name: "Seats" })
      .or(page.getByRole("group", { name: "Sections" }))
      .first()
      .waitFor();
    const zones = page.getByRole("group", { name: "Zones" }).getByRole("button", { name: /left/ });
    await time("zone filter", () => zones.last().click());
    await time("no zone filter", () => zones.last().click());
    const price = page.getByRole("combobox", { name: "Price" });
    if (await price.count()) {
      await price.focus();
      await time("price filter", () => page.keyboard.press("ArrowDown"));
      await time("no price filter", () => page.keyboard.press("ArrowUp"));
    }
    const need = page.getByRole("group", { name: "Seats with" }).getByRole("button").first();
    await time("need filter", () => need.click());
    await time("no need filter", () => need.click());
    const party = page.getByRole("group", { name: "How many together?" });
    await time("party of 4", () => party.getByRole("button", { name: "4", exact: true }).click());
    await time("one by one", () => party.getByRole("button", { name: "One by one" }).click());
    const section = page.locator("[data-section]").first();
    if (await section.isVisible()) await time("into a section", () => section.click());
    for (const tap of ["tap on a seat", "tap on another seat"]) {
      const { x, y } = await findFreeSeat(page);
      await page.mouse.move(x, y);
      await time(tap, () => page.mouse.click(x, y));
    }
    await time("open the list", () => page.getByRole("button", { name: "List", exact: true }).click());
    const seat = page.getByRole("button", { name: /, seat .*, available/, pressed: false }).nth(20);
    await time("seat in the list", () => seat.click());
    await time("zone filter of the list", () => zones.last().click());
    await time("back to the map", () => page.getByRole("button", { name: "Map", exact: true }).click());
  });
}

/** Types a search on the home page: the longest time of its keys. */
export async function timeTyping(context: BrowserContext, address: string): Promise<InteractionTimes> {
  return onSlowPage(context, address, "main ul li h3", async (page, time) => {
    const field = page.getByRole("textbox", { name: "Search by artist, work or hall" });
    await field.click();
    await time("typing a search", () => field.pressSequentially("mahler", { delay: 60 }));
  });
}

type Time = (name: string, act: () => Promise<void>) => Promise<void>;

async function onSlowPage(
  context: BrowserContext,
  address: string,
  ready: string,
  use: (page: Page, time: Time) => Promise<void>,
): Promise<InteractionTimes> {
  const page = await context.newPage();
  await page.addInitScript(watchInteractions, shortest);
  try {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const times: InteractionTimes = new Map();
    await use(page, async (name, act) => {
      await page.evaluate(() => window.takeInteractions());
      await act();
      times.set(name, Math.max(shortest, ...(await untilPainted(page))));
    });
    return times;
  } finally {
    await page.close();
  }
}

/** What an act takes is known in the frame after the one that shows its effect, and the map's may come one later. */
function untilPainted(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    do {
      await new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done())));
      });
    } while (window.isMapPending());
    return window.takeInteractions();
  });
}

/** The middle of a free seat that is neither chosen nor dimmed, in view. */
async function findFreeSeat(page: Page): Promise<{ x: number; y: number }> {
  await page.locator(".seat-host").scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => {
    const seats = document.querySelectorAll('[data-seat][data-state="available"][aria-selected="false"]');
    const middles = [...seats].map((seat) => {
      const { left, top, width, height } = seat.getBoundingClientRect();
      return { seat, x: left + width / 2, y: top + height / 2 };
    });
    const seen = middles.filter(({ seat, x, y }) => document.elementFromPoint(x, y) === seat);
    const found = seen[Math.floor(seen.length / 2)];
    return found ? { x: found.x, y: found.y } : null;
  });
  if (!place) throw new Error("No free seat is in view");
  return place;
}

/** Runs in the page before anything else does. Its functions have no names, see time-map.ts. */
function watchInteractions(durationThreshold: number): void {
  const seen: PerformanceEventTiming[] = [];
  const observer = new PerformanceObserver((list) => {
    seen.push(...(list.getEntries() as PerformanceEventTiming[]));
  });
  const options = { type: "event", durationThreshold, buffered: true };
  observer.observe(options);
  let actedAt: number | null = null;
  for (const kind of ["pointerup", "keydown"])
    addEventListener(kind, ({ timeStamp }) => (actedAt = timeStamp), { capture: true });
  const painted: number[] = [];
  let pending = 0;
  new MutationObserver((changes) => {
    const since = actedAt;
    const isOfMap = changes.some(({ target }) => (target as Element).closest?.(".seat-host"));
    // Once the view glides over the hall, what changes is the glide's and the pointer's over what it brings.
    const isGlide = changes.some(
      ({ target, attributeName }) => attributeName === "transform" && (target as Element).matches(".seat-svg > g"),
    );
    if (isGlide) actedAt = null;
    if (since === null || !isOfMap || isGlide) return;
    pending++;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        pending--;
        painted.push(performance.now() - since);
      }),
    );
  }).observe(document, { subtree: true, attributes: true, childList: true });
  window.isMapPending = () => pending > 0;
  window.takeInteractions = () => {
    seen.push(...(observer.takeRecords() as PerformanceEventTiming[]));
    const acts = seen.splice(0).filter(({ interactionId }) => interactionId > 0);
    actedAt = null;
    return [...acts.map(({ duration }) => duration), ...painted.splice(0).map(Math.round)];
  };
}
