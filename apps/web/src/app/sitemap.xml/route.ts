import { connection } from "next/server";
import { readEnvironment } from "~/environment";
import { answerSitemap } from "~/features/search-engines/answer-sitemap";
import { writeSitemapIndex } from "~/features/search-engines/write-sitemap";
import { getApi } from "~/trpc/server";

/** The index of all sitemaps: that of the pages without an event, and those of the events. */
export async function GET(): Promise<Response> {
  await connection();
  return answerSitemap(async () => {
    const { pages } = await getApi().event.published.query({ page: 0 });
    const names = ["pages", ...pages.map((page) => `events-${page}`)];
    return writeSitemapIndex(names.map((name) => `${readEnvironment().publicOrigin}/sitemaps/${name}.xml`));
  });
}
