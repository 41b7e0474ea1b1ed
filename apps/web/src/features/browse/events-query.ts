import type { EventList } from "@evently/core/search";
import { pageQuery } from "~/trpc/page-query";
import { type Filters, toSearchInput } from "./filters/filters";

type SearchInput = ReturnType<typeof toSearchInput>;

/** The events that match, for the server's prefetch and the browser alike. */
export const eventsQuery = (
  filters: Filters,
  search: (input: SearchInput & { cursor?: string }) => Promise<EventList>,
) => pageQuery(["event", "search"], toSearchInput(filters), search);
