import { answerFailure } from "@evently/api/rest/answer-rest";
import { EventlyError } from "@evently/core/errors";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Env } from "./identify-request.ts";

const maxBodyBytes = 4 * 1024 * 1024;

const whileReading = bodyLimit({ maxSize: maxBodyBytes, onError: (c) => tooLarge(c.get("request_id")) });

/** Rejects a larger body with BODY_TOO_LARGE: by its Content-Length or, without one, while it is read. */
export const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined && c.req.header("transfer-encoding") !== undefined) return whileReading(c, next);
  // Doesn't touch the body: reading it as a web stream costs several times as much.
  return Number(length ?? 0) > maxBodyBytes ? tooLarge(c.get("request_id")) : next();
};

function tooLarge(request_id: string): Response {
  return answerFailure(new EventlyError("BODY_TOO_LARGE", {}), request_id);
}
