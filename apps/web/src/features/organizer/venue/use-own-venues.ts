import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";

/** The caller's venues, newest first, page by page. */
export function useOwnVenues() {
  const { client } = trpc.useUtils();
  return useInfiniteQuery({
    ...pageQuery(["venue", "listOwn"], { limit: 50 }, (input) => client.venue.listOwn.query(input)),
    staleTime: 0,
  });
}
