import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { isAtWork, isLimited, isWorthRetrying } from "./failure";
import { readWait } from "./read-wait";

const maxRetries = 2;
const delayOf = (attempt: number, error: unknown) => (isLimited(error) ? readWait(error) : 400 * 2 ** attempt);

/**
 * Queries pause while the browser is offline and resume by themselves. Mutations never pause, so that every button gets an
 * answer, and are retried only where a rate limit refused them before anything happened, or the same request is at work. What renders pages retries nothing.
 */
export function makeQueryClient({ retries = maxRetries } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < retries && isWorthRetrying(error),
        retryDelay: delayOf,
      },
      mutations: {
        networkMode: "always",
        retry: (count, error) => count < maxRetries && (isLimited(error) || isAtWork(error)),
        retryDelay: delayOf,
      },
      dehydrate: { shouldDehydrateQuery: defaultShouldDehydrateQuery },
    },
  });
}
