import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { isWorthRetrying } from "./failure";

/**
 * Queries pause while the browser is offline and go on by themselves; mutations never pause, so that a button always
 * comes back with an answer.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
      mutations: { networkMode: "always", retry: false },
      dehydrate: { shouldDehydrateQuery: defaultShouldDehydrateQuery },
    },
  });
}
