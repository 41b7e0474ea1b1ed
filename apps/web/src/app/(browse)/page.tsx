import type { Metadata } from "next";
import { Browse } from "~/features/browse/browse";
import { eventsQuery } from "~/features/browse/events-query";
import { readFilters } from "~/features/browse/filters/filters";
import { siteWords } from "~/features/site/site-words";
import { getApi, getQueryClient, Hydrate } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

/** Every filter shows a part of this page. */
export const metadata: Metadata = {
  title: { absolute: `${siteWords.name}: what’s on` },
  alternates: { canonical: "/" },
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Props) {
  const entries = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => [name, text]),
  );
  const filters = readFilters(new URLSearchParams(entries));
  await getQueryClient().prefetchInfiniteQuery(eventsQuery(filters, (input) => getApi().event.search.query(input)));
  return (
    <Hydrate>
      <PageFrame>
        <ScriptNote>
          <p>
            Filters and longer lists need JavaScript, which is turned off in this browser. The search works without it:
            type, and press Enter.
          </p>
        </ScriptNote>
        <Browse />
      </PageFrame>
    </Hydrate>
  );
}
