import { answerFailure } from "@evently/api/rest/answer-rest";
import { EventlyError } from "@evently/core/errors";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Env } from "./identify-request.ts";

const maxBodyBytes = 4 * 1024 * 1024;

const whileReading = bodyLimit({ maxSize: maxBodyBytes, onError: (c) => tooLarge(c.get("request_id")) });

/** Refuses a larger body with BODY_TOO_LARGE: by the length it states or, where it states none, as it is read. */
export const limitBody: MiddlewareHandler<Env> = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined && c.req.header("transfer-encoding") !== undefined) return whileReading(c, next);
  // Without touching the body: as a web stream reading it costs several times as much.
  return Number(length ?? 0) > maxBodyBytes ? tooLarge(c.get("request_id")) : next();
};

function tooLarge(request_id: string): Response {
  return answerFailure(new EventlyError("BODY_TOO_LARGE", {}), request_id);
}
