import { answerSitemap } from "~/features/search-engines/answer-sitemap";
import { writeSitemapIndex } from "~/features/search-engines/write-sitemap";
import { readOrigin } from "~/features/site/read-origin";
import { getApi } from "~/trpc/server";

/** The index of all sitemaps: that of the pages without an event, and those of the events. */
export function GET(request: Request): Promise<Response> {
  return answerSitemap(async () => {
    const { pages } = await getApi().event.published.query({ page: 0 });
    const names = ["pages", ...pages.map((page) => `events-${page}`)];
    return writeSitemapIndex(names.map((name) => `${readOrigin(request.headers)}/sitemaps/${name}.xml`));
  });
}
