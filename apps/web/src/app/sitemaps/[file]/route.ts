import { readEnvironment } from "~/environment";
import { answerSitemap } from "~/features/search-engines/answer-sitemap";
import { writeSitemap } from "~/features/search-engines/write-sitemap";
import { getApi } from "~/trpc/server";

type Context = { params: Promise<{ file: string }> };

/** `pages.xml` and `events-0.xml`, as the index names them. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  return answerSitemap(async () => {
    const paths = await listPaths(file);
    if (paths.length === 0) return null;
    const origin = readEnvironment().publicOrigin;
    return writeSitemap(paths.map((path) => origin + path));
  });
}

async function listPaths(file: string): Promise<string[]> {
  if (file === "pages.xml") return ["/"];
  const [, page] = /^events-(0|[1-9]\d{0,11})\.xml$/.exec(file) ?? [];
  if (page === undefined) return [];
  const { event_ids } = await getApi().event.published.query({ page: Number(page) });
  return event_ids.map((event_id) => `/events/${event_id}`);
}
