"use client";

import type { Venue } from "@evently/core/venue";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { Journal, noCurrency, nothingYet, perPage } from "./journal";

/** Who did what with a venue, newest first. */
export function VenueJournal({ venue: { venue_id, timezone } }: { venue: Venue }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["venue", "journal"], { venue_id, limit: perPage }, (page) => client.venue.journal.query(page)),
    staleTime: 0,
  });
  return <Journal query={query} nothing={nothingYet("venue")} timezone={timezone} currency={noCurrency} />;
}
