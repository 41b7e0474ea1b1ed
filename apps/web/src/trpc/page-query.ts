type Page = { next_cursor: string | null };

/**
 * A paged list as an infinite query, for the server's prefetch and the browser alike. tRPC's own infinite hook adds a
 * `direction`, which the API refuses as an unknown field; the key has the shape of tRPC's.
 */
export function pageQuery<Input extends object, P extends Page>(
  path: readonly [string, string],
  input: Input,
  fetchPage: (input: Input & { cursor?: string }) => Promise<P>,
) {
  return {
    queryKey: [path, { input, type: "infinite" }] as const,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      fetchPage(pageParam === null ? input : { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.next_cursor,
  };
}
