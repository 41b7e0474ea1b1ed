import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { isLimited, isWorthRetrying } from "./failure";
import { readWait } from "./read-wait";

const tries = 2;
const delayOf = (attempt: number, error: unknown) => (isLimited(error) ? readWait(error) : 400 * 2 ** attempt);

/**
 * Queries pause while the browser is offline and go on by themselves; mutations never pause, so that a button always
 * comes back with an answer, and are sent again only where they were turned away before anything happened.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < tries && isWorthRetrying(error),
        retryDelay: delayOf,
      },
      mutations: {
        networkMode: "always",
        retry: (count, error) => count < tries && isLimited(error),
        retryDelay: delayOf,
      },
      dehydrate: { shouldDehydrateQuery: defaultShouldDehydrateQuery },
    },
  });
}
