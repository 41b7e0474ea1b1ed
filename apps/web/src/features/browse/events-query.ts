import type { EventList } from "@evently/core/event";
import { type Filters, toSearchInput } from "./filters/filters";

type Search = (input: ReturnType<typeof toSearchInput> & { cursor?: string }) => Promise<EventList>;

/**
 * The list as an infinite query, for the server's prefetch and the browser alike. It is not tRPC's own infinite hook,
 * which adds a `direction` that the API, strict about unknown fields, would refuse.
 */
export function eventsQuery(filters: Filters, search: Search) {
  const input = toSearchInput(filters);
  return {
    queryKey: ["browse", input] as const,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      search(pageParam === null ? input : { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: EventList) => last.next_cursor,
  };
}
