"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { trpc } from "~/trpc/client";
import { eventsQuery } from "./events-query";
import type { Filters } from "./filters/filters";

/** The events that match. While changed filters load, the previous events stay as placeholder data. */
export function useEvents(filters: Filters) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...eventsQuery(filters, (input) => client.event.search.query(input)),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const events = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { query, events, first: pages?.[0] ?? null };
}
