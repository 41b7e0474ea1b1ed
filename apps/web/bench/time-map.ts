import type { BrowserContext } from "@playwright/test";

declare global {
  interface Window {
    /** When the map was on the screen, and when what last changed in it was, ms from navigation. */
    mapTimes: { painted: number | null; changes: { seen: number; painted: number }[] };
  }
}

export type MapTimes = { firstPaintMs: number; updateMs: number };

/**
 * Opens an event's page: from navigation until its map is painted; then `takeSeat` lets someone else take a seat, and it is
 * timed from the last byte of the answer that tells of it until the change is painted.
 */
export async function timeMap(
  context: BrowserContext,
  address: string,
  takeSeat: () => Promise<void>,
): Promise<MapTimes> {
  const page = await context.newPage();
  await page.addInitScript(watchMap);
  try {
    await page.goto(address);
    await page.waitForFunction(() => window.mapTimes.painted !== null);
    const firstPaintMs = await page.evaluate(() => window.mapTimes.painted ?? Number.NaN);
    // A poll that was under way when the page settled is over: from here on nothing changes but the seat.
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      window.mapTimes.changes = [];
    });
    await takeSeat();
    await page.waitForFunction(() => window.mapTimes.changes.length > 0);
    const updateMs = await page.evaluate(() => {
      const { seen, painted } = window.mapTimes.changes[0] ?? { seen: Number.NaN, painted: Number.NaN };
      const answers = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const told = answers.filter(({ name, responseEnd }) => name.includes("seat.map") && responseEnd <= seen);
      return painted - (told.at(-1)?.responseEnd ?? Number.NaN);
    });
    return { firstPaintMs, updateMs };
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page before anything else does. What is in the document is painted once the frame after the next begins.
 * Its functions have no names: the compiler would give names by a function of its own, which the page does not know.
 */
function watchMap(): void {
  window.mapTimes = { painted: null, changes: [] };
  new MutationObserver((_, observer) => {
    const map = document.querySelector(".seat-svg");
    if (!map) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.mapTimes.painted = performance.now();
      }),
    );
    new MutationObserver(() => {
      const seen = performance.now();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => window.mapTimes.changes.push({ seen, painted: performance.now() })),
      );
    }).observe(map, { subtree: true, attributes: true, childList: true, characterData: true });
  }).observe(document, { subtree: true, childList: true });
}
