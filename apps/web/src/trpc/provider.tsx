"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { trpc } from "./client";
import { idempotencyHeaders } from "./idempotency-key";
import { makeQueryClient } from "./query-client";

const url = "/api/trpc";

/** Each mutation is a request of its own with a status of its own; queries share one. */
const makeClient = () =>
  trpc.createClient({
    links: [
      splitLink({
        condition: (operation) => operation.type === "mutation",
        true: httpLink({ url, headers: ({ op }) => idempotencyHeaders(op.context) }),
        false: httpBatchLink({ url, maxURLLength: 6000 }),
      }),
    ],
  });

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(makeClient);
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
