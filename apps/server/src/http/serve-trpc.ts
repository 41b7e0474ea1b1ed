import type { Context } from "@evently/api/context";
import { limitBody } from "@evently/api/middleware/limit-body";
import { bodyLimitOf, listCalls } from "@evently/api/rest/list-calls";
import { appRouter } from "@evently/api/root";
import { EventlyError } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

type Create = (request: Request, headers: Headers) => Context;

/** Serves tRPC. An error thrown by `create` becomes the error of every call. */
export function serveTrpc(request: Request, create: Create): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/trpc",
    req: limitBody(request, bodyLimitOf(listCalls(request.method, new URL(request.url).pathname))),
    router: appRouter,
    maxBatchSize: 20,
    createContext: ({ req, resHeaders, info }) => {
      if (req.method === "POST" && info.calls.length > 1) refuseBatch();
      return create(req, resHeaders);
    },
  });
}

/** Each change has its own response and Idempotency-Key, so only reads may be batched. */
function refuseBatch(): never {
  const faults = [{ path: "", message: "one change a request: a batch may only read" }];
  const cause = new EventlyError("INVALID_INPUT", { faults });
  throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: cause.message, cause });
}
