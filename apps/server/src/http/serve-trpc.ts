import type { Context } from "@evently/api/context";
import { limitBody } from "@evently/api/middleware/limit-body";
import { bodyLimitOf, countLongLists, listCalls } from "@evently/api/rest/list-calls";
import { appRouter } from "@evently/api/root";
import { EventlyError } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { keepWritten } from "./keep-written.ts";

type Create = (request: Request, headers: Headers) => Context;

/** Long lists and maps in one batch: a list has some 5 MB in a large hall, and 20 maps take 30 ms of CPU. */
const mostLists = 4;

/** Serves tRPC. An error thrown by `create` becomes the error of every call. */
export async function serveTrpc(request: Request, create: Create): Promise<Response> {
  const written = keepWritten();
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    req: limitBody(request, bodyLimitOf(listCalls(request.method, new URL(request.url).pathname))),
    router: appRouter,
    maxBatchSize: 20,
    createContext: ({ req, resHeaders, info: { calls } }) => {
      // Each change has its own response and Idempotency-Key.
      if (req.method === "POST" && calls.length > 1) refuseBatch("one change a request: a batch may only read");
      if (countLongLists(calls.map(({ path }) => path)) > mostLists)
        refuseBatch(`at most ${mostLists} long lists a request`);
      return { ...create(req, resHeaders), keepWritten: written.keep };
    },
  });
  return written.fillIn(response);
}

function refuseBatch(message: string): never {
  const cause = new EventlyError("INVALID_INPUT", { faults: [{ path: "", message }] });
  throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: cause.message, cause });
}
