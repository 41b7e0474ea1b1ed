import { readStack } from "./stack";
import { startApi, startSite } from "./start-stack";

/** A site with an API of its own, beside the usual one and over the same table, where networks are limited. */
export async function openOwnSite(settings: Record<string, string>) {
  const api = await startApi({ ...readStack().settings, RATE_LIMIT_PER_SECOND: "1000", ...settings });
  const site = await startSite(api.url);
  return {
    url: site.url,
    async stop(): Promise<void> {
      await site.stop();
      await api.stop();
    },
  };
}
