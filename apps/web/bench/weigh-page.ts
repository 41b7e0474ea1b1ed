import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";

export type Weight = { scriptKb: number; firstPaintMs: number };

/** The scripts that a first visit loads until the network is quiet, gzipped, in kB of 1000, and the first contentful paint. */
export async function weighPage(context: BrowserContext, address: string): Promise<Weight> {
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    const firstPaintMs = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    );
    return { scriptKb: bytes / 1000, firstPaintMs };
  } finally {
    await page.close();
  }
}
