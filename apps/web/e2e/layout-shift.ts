import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What moved by itself, as browsers count it, and when the last key was pressed, ms from navigation. */
    shifts: { sum: number; lastKey: number };
  }
}

/** Counts from the next navigation on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = { sum: 0, lastKey: 0 };
    addEventListener(
      "keydown",
      () => {
        window.shifts.lastKey = performance.now();
      },
      true,
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) window.shifts.sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What moved since, once what changed is painted and counted. */
export async function readShifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
    return window.shifts.sum;
  });
}

/** Begins to count anew, without what the page moved while it loaded. */
export async function forgetShifts(page: Page): Promise<void> {
  await readShifts(page);
  await page.evaluate(() => {
    window.shifts.sum = 0;
  });
}

/** Whether the address is that of a request for events with this text. */
export const isSearch = (address: string, text: string): boolean =>
  address.includes("/event.search") && decodeURIComponent(address).includes(`"search":"${text}"`);
