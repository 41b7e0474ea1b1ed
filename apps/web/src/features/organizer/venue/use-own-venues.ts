import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";

const limit = 50;

/** The caller's venues, newest first, page by page. */
export function useOwnVenues() {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    queryKey: ["own-venues"],
    queryFn: ({ pageParam }) =>
      client.venue.listOwn.query(pageParam === null ? { limit } : { limit, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
  });
  return { query, venues: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
