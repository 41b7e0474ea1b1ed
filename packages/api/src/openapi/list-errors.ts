import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import type { RestProcedure } from "../rest/list-routes.ts";

/** What any route can answer; RATE_LIMITED comes from before the procedures: from the API's own limit, or from nginx. */
export const everywhere = ["INVALID_INPUT", "RATE_LIMITED", "INTERNAL", "UNAVAILABLE"] as const satisfies ErrorCode[];

/** Whether a request may carry an Idempotency-Key: a POST whose answer may be stored to be replayed. */
export function takesKey({
  rest,
  isMutation,
  answersSecret,
}: Pick<RestProcedure, "rest" | "isMutation" | "answersSecret">) {
  return isMutation && !answersSecret && rest.method === "POST";
}

/** The codes that a route can answer, its own and those that follow from its kind, in the order of the error registry. */
export function listErrors({ rest, isMutation, isSignedIn, answersSecret }: RestProcedure): ErrorCode[] {
  const codes = new Set<ErrorCode>([...rest.errors, ...everywhere]);
  if (isSignedIn) codes.add("SIGN_IN_REQUIRED");
  if (isMutation) codes.add("CROSS_ORIGIN_REFUSED").add("BODY_TOO_LARGE");
  if (rest.method === "POST") codes.add("MALFORMED_JSON");
  if (takesKey({ rest, isMutation, answersSecret })) codes.add("IDEMPOTENCY_KEY_IN_USE").add("IDEMPOTENCY_KEY_REUSED");
  if (rest.path.includes("{")) codes.add("NOT_FOUND");
  return (Object.keys(errorRegistry) as ErrorCode[]).filter((code) => codes.has(code));
}
