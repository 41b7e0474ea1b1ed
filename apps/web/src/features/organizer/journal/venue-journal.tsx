"use client";

import type { Venue } from "@evently/core/venue";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { FormSkeleton } from "../form/form-skeleton";
import { QueryResult } from "../live/query-result";
import { perPage } from "./event-journal";
import { Journal, nothingYet } from "./journal";

/** ISO 4217's code where no currency is involved: a venue and an account have no prices. */
export const noCurrency = "XXX";

/** Who did what with a venue, newest first. */
export function VenueJournal({ venue: { venue_id, timezone } }: { venue: Venue }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["venue", "journal"], { venue_id, limit: perPage }, (page) => client.venue.journal.query(page)),
    staleTime: 0,
  });
  return (
    <QueryResult query={query} subject="the journal" skeleton={<FormSkeleton subject="the journal" />}>
      {({ pages }) => (
        <Journal
          query={query}
          entries={pages.flatMap(({ items }) => items)}
          nothing={nothingYet("venue")}
          timezone={timezone}
          currency={noCurrency}
        />
      )}
    </QueryResult>
  );
}
