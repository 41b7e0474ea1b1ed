import type { BrowserContext, CDPSession } from "@playwright/test";

declare global {
  interface Window {
    /** What moved by itself, as browsers count it: without what follows a key within half a second. */
    layoutShift: number;
  }
}

const slowLine = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 20_000 };

/** Searches on a slow line, so that each answer comes long after its key; returns by how much the list moved by itself. */
export async function shiftWhileSearching(context: BrowserContext, site: string, texts: string[]): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(watchShifts);
  try {
    await page.goto(site, { waitUntil: "networkidle" });
    const line: CDPSession = await context.newCDPSession(page);
    await line.send("Network.emulateNetworkConditions", slowLine);
    await page.evaluate(() => {
      window.layoutShift = 0;
    });
    const box = page.getByRole("textbox", { name: "Search by artist, work or hall" });
    for (const text of texts) {
      const answered = page.waitForResponse((response) => isSearch(response.url(), text));
      await box.fill("");
      await box.pressSequentially(text);
      await (await answered).finished();
      await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    return await page.evaluate(() => window.layoutShift);
  } finally {
    await page.close();
  }
}

const isSearch = (address: string, text: string) =>
  address.includes("/event.search") && decodeURIComponent(address).includes(`"search":"${text}"`);

/** Runs in the page before anything else does. */
function watchShifts(): void {
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) window.layoutShift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}
