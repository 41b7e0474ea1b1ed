import type { BrowserContext } from "@playwright/test";
import { forgetShifts, isSearch, readShifts, watchShifts } from "../e2e/layout-shift";

const slowLine = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 20_000 };

/** Searches on a slow line, so that each answer comes long after its key; returns by how much the page moved by itself. */
export async function shiftWhileSearching(context: BrowserContext, site: string, texts: string[]): Promise<number> {
  const page = await context.newPage();
  await watchShifts(page);
  try {
    await page.goto(site, { waitUntil: "networkidle" });
    const line = await context.newCDPSession(page);
    await line.send("Network.emulateNetworkConditions", slowLine);
    await forgetShifts(page);
    const box = page.getByRole("textbox", { name: "Search by artist, work or hall" });
    for (const text of texts) {
      const answered = page.waitForResponse((response) => isSearch(response.url(), text));
      await box.fill("");
      await box.pressSequentially(text);
      await (await answered).finished();
      await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
      await readShifts(page);
    }
    return await readShifts(page);
  } finally {
    await page.close();
  }
}
