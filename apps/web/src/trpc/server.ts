import "server-only";
import type { AppRouter } from "@evently/api/root";
import { createTRPCClient } from "@trpc/client";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { createTRPCRecursiveProxy } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";
import { readEnvironment } from "~/environment";
import { sharedPageHeader } from "~/shared-page-header";
import { linkFromPage } from "./link-from-page";
import { makeQueryClient } from "./query-client";
import { silenceAfter } from "./silence-after";

/** One query client per request, so that no visitor ever sees another's data. */
export const getQueryClient = cache(() => makeQueryClient({ retries: 0 }));

/** The API for server components, called with the visitor's cookie and address; for a page that many see with neither. */
export const getApi = cache(() =>
  createTRPCClient<AppRouter>({
    links: [linkFromPage(readEnvironment().apiOrigin, readVisitorHeaders, startPageLimit)],
  }),
);

const pageLimitMs = 5000;

/** All calls of one page share a limit, however many there are. */
const startPageLimit = cache(() => silenceAfter(pageLimitMs).signal);

async function readVisitorHeaders(): Promise<Record<string, string>> {
  const incoming = await headers();
  const names = ["cookie", "x-forwarded-for", sharedPageHeader] as const;
  return Object.fromEntries(
    names.flatMap((name) => (incoming.get(name)?.length ? [[name, incoming.get(name) ?? ""]] : [])),
  );
}

type Call = (input: unknown) => Promise<unknown>;

const caller = createTRPCRecursiveProxy(({ path, args }) => {
  const procedure = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], getApi());
  return (procedure as { query: Call }).query(args[0]);
});

/**
 * `api.event.get(input)` fetches and throws on a failure; `api.event.get.prefetch(input)` fills the cache for the page's
 * hooks, and `Hydrate` around the page sends it to the browser.
 */
export const { trpc: api, HydrateClient: Hydrate } = createHydrationHelpers<AppRouter>(
  caller as Parameters<typeof createHydrationHelpers<AppRouter>>[0],
  getQueryClient,
);
