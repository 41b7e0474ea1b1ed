import { answerFailure } from "@evently/api/rest/answer-rest";
import { costOfRequest } from "@evently/api/rest/list-calls";
import { EventlyError } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import type { MiddlewareHandler } from "hono";
import type { Env } from "./identify-request.ts";
import { createRateLimit } from "./rate-limit.ts";
import { serveTrpc } from "./serve-trpc.ts";

/**
 * Rejects clients that send more than `perSecond` requests with RATE_LIMITED and Retry-After; 0 disables it. A
 * request counts by what it costs, a batch as all its calls; the files of the documentation page don't count.
 */
export function limitRequests(perSecond: number): MiddlewareHandler<Env> {
  if (perSecond === 0) return (_, next) => next();
  const limit = createRateLimit(perSecond);
  return async (c, next) => {
    const client = c.get("client");
    const wait = client === null ? 0 : limit.take(client, costOf(c.req.method, c.req.path));
    if (wait === 0) return next();
    const response = await refuse(c.req.raw, c.get("request_id"));
    response.headers.set("retry-after", String(Math.ceil(wait / 1000)));
    return response;
  };
}

function costOf(method: string, path: string): number {
  return path.startsWith("/docs/") ? 0 : costOfRequest(method, path);
}

/** The error in the format of the protocol used, tRPC or REST. */
async function refuse(request: Request, request_id: string): Promise<Response> {
  const cause = new EventlyError("RATE_LIMITED", {});
  if (!new URL(request.url).pathname.startsWith("/trpc/")) return answerFailure(cause, request_id);
  return serveTrpc(request, () => {
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: cause.message, cause });
  });
}
