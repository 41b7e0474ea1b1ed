import type { Context } from "@evently/api/context";
import { appRouter } from "@evently/api/root";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

type Create = (request: Request, headers: Headers) => Context;

/** The tRPC door. What `create` throws is answered as the failure of every call. */
export function serveTrpc(request: Request, create: Create): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: 20,
    createContext: ({ req, resHeaders }) => create(req, resHeaders),
  });
}
