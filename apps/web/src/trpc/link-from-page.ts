import type { AppRouter } from "@evently/api/root";
import { httpLink } from "@trpc/client";

/**
 * A page does not wait for an API that never answers, or that tells it to come later: few pages are rendered at once, and others
 * wait for its turn. It renders without the data, which the browser fetches, or says that it can't.
 */
export const linkFromPage = (
  apiOrigin: string,
  headers: () => Promise<Record<string, string>>,
  startLimit: () => AbortSignal,
) =>
  httpLink<AppRouter>({
    url: `${apiOrigin}/trpc`,
    headers,
    fetch: (input, init) => fetch(input, { ...(init as RequestInit), cache: "no-store", signal: startLimit() }),
  });
