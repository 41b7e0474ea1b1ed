import { answerFailure } from "@evently/api/rest/answer-rest";
import { EventlyError } from "@evently/core/errors";
import type { MiddlewareHandler } from "hono";
import { asksFromHere } from "./client-address.ts";
import type { Env } from "./identify-request.ts";

/** Only a program on this machine finds what follows, and in a demo everyone; METRICS_PORT has it as well. */
export function forOperator(isDemo: boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (isDemo || asksFromHere(c.env?.incoming?.socket.remoteAddress, c.req.raw.headers)) return next();
    return answerFailure(new EventlyError("NOT_FOUND", {}), c.get("request_id"));
  };
}
