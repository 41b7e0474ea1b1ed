import type { Page } from "@playwright/test";
import { readStack } from "./stack";
import { startApi, startSite } from "./start-stack";

/**
 * A site with an API of its own, over the same table as the usual one, where networks are limited. Pages of this browser
 * leave it before it stops: what they ask afterwards would be errors in their consoles.
 */
export async function openOwnSite(
  page: Page,
  settings: Record<string, string>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const api = await startApi({ ...readStack().settings, RATE_LIMIT_PER_SECOND: "1000", ...settings });
  const site = await startSite(api.url);
  return {
    url: site.url,
    async stop() {
      const contexts = page.context().browser()?.contexts() ?? [];
      for (const open of contexts.flatMap((context) => context.pages()))
        if (open.url().startsWith(site.url)) await open.goto("about:blank");
      await site.stop();
      await api.stop();
    },
  };
}
