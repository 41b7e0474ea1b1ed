"use client";

import type { EventId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { QueryResult } from "../live/query-result";
import { Journal, journalSkeleton, nothingYet, perPage } from "./journal";

/** Who did what with an event, newest first. */
export function EventJournal({ event_id }: { event_id: EventId }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["event", "journal"], { event_id, limit: perPage }, (page) => client.event.journal.query(page)),
    staleTime: 0,
  });
  const event = trpc.event.get.useQuery({ event_id });
  return (
    <QueryResult query={event} {...journalSkeleton}>
      {({ timezone, currency }) => <Journal query={query} nothing={nothingYet("event")} {...{ timezone, currency }} />}
    </QueryResult>
  );
}
