import type { Page } from "@playwright/test";

/** Waits until the page is painted as its window and its media are now. */
export async function afterPaint(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
