"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { apiPulse } from "./api-pulse";
import { trpc } from "./client";
import { idempotencyHeaders } from "./idempotency-key";
import { proofHeaders } from "./proof/send-with-proof";
import { makeQueryClient } from "./query-client";
import { useOnApiHeard } from "./use-api-silence";

const url = "/api/trpc";
const { fetch } = apiPulse;

/** Each mutation is a request of its own with a status of its own; queries share one. */
const makeClient = () =>
  trpc.createClient({
    links: [
      splitLink({
        condition: (operation) => operation.type === "mutation",
        true: httpLink({
          url,
          fetch,
          headers: ({ op }) => ({ ...idempotencyHeaders(op.context), ...proofHeaders(op.context) }),
        }),
        false: httpBatchLink({ url, fetch, maxURLLength: 6000 }),
      }),
    ],
  });

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(makeClient);
  useOnApiHeard(() => refetchFailed(queryClient));
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

/** What a page could not load while the API was silent. */
function refetchFailed(queryClient: QueryClient): void {
  void queryClient.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
}
