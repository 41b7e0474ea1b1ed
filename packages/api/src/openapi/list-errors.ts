import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import type { RestProcedure } from "../rest/list-routes.ts";
import { takesBody } from "../rest/rest-route.ts";

/**
 * Errors that any route can return; RATE_LIMITED comes from the API's rate limit or from nginx, before any procedure
 * runs.
 */
export const everywhere = ["INVALID_INPUT", "RATE_LIMITED", "INTERNAL", "UNAVAILABLE"] as const satisfies ErrorCode[];

/** Whether a request may have an Idempotency-Key: a signed-in POST or PATCH whose response may be stored for replays. */
export function takesKey({
  rest,
  isMutation,
  isSignedIn,
  answersSecret,
}: Pick<RestProcedure, "rest" | "isMutation" | "isSignedIn" | "answersSecret">) {
  return isMutation && isSignedIn && !answersSecret && rest.method !== "DELETE";
}

/** All error codes that a route can return, its own and those of its kind, in the order of the error registry. */
export function listErrors(procedure: RestProcedure): ErrorCode[] {
  const { rest, isMutation, isSignedIn, whileSuspended, isOfBuyers } = procedure;
  const codes = new Set<ErrorCode>([...rest.errors, ...everywhere]);
  if (isSignedIn) codes.add("SIGN_IN_REQUIRED");
  if (isSignedIn && (isMutation ? !whileSuspended : isOfBuyers)) codes.add("SUSPENDED");
  if (isMutation) codes.add("CROSS_ORIGIN_REFUSED").add("BODY_TOO_LARGE");
  if (takesBody(rest)) codes.add("MALFORMED_JSON");
  if (takesKey(procedure)) codes.add("IDEMPOTENCY_KEY_IN_USE").add("IDEMPOTENCY_KEY_REUSED");
  if (rest.path.includes("{")) codes.add("NOT_FOUND");
  return (Object.keys(errorRegistry) as ErrorCode[]).filter((code) => codes.has(code));
}
