type Page = { next_cursor: string | null };

/**
 * A list that is asked for page by page, as an infinite query for the server's prefetch and the browser alike. tRPC's own
 * infinite hook adds a `direction`, which the API, strict about unknown fields, would refuse; the key is of its shape.
 */
export function pageQuery<Input extends object, P extends Page>(
  path: readonly [string, string],
  input: Input,
  ask: (input: Input & { cursor?: string }) => Promise<P>,
) {
  return {
    queryKey: [path, { input, type: "infinite" }] as const,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      ask(pageParam === null ? input : { ...input, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.next_cursor,
  };
}
