import type { AppRouter } from "@evently/api/root";
import type { ErrorCode, Failure } from "@evently/core/errors";
import { TRPCClientError } from "@trpc/client";
import { isSilence, OfflineError } from "./describe-silence";

/** The failure that the API answered; null without an answer: no network, no API, or a bug of ours. */
export function findFailure(error: unknown): Failure | null {
  if (!(error instanceof TRPCClientError)) return null;
  return (error as TRPCClientError<AppRouter>).data?.failure ?? findPlainFailure(error.meta?.responseJSON);
}

/** The server in front of the API answers failures in the form of REST. */
function findPlainFailure(body: unknown): Failure | null {
  return typeof body === "object" && body !== null && "error_code" in body ? (body as Failure) : null;
}

/** Narrows to one code, with its details: `findFailureOf(error, "SEATS_UNAVAILABLE")?.details.seats`. */
export function findFailureOf<C extends ErrorCode>(
  error: unknown,
  code: C,
): Extract<Failure, { error_code: C }> | null {
  const failure = findFailure(error);
  return failure?.error_code === code ? (failure as Extract<Failure, { error_code: C }>) : null;
}

/** Whether a retry may succeed at once: no connection, or an answer that says to try later. Silence was waited for long enough. */
export function isWorthRetrying(error: unknown): boolean {
  if (isSilence(error)) return false;
  const failure = findFailure(error);
  return failure === null || failure.error_code === "UNAVAILABLE" || isLimited(error);
}

/** Whether a rate limit refused it, before anything happened. */
export function isLimited(error: unknown): boolean {
  return findFailureOf(error, "RATE_LIMITED") !== null;
}

/** Whether the first request with its Idempotency-Key is still at work. */
export const isAtWork = (error: unknown): boolean => findFailureOf(error, "IDEMPOTENCY_KEY_IN_USE") !== null;

const undecided = new Set<ErrorCode>(["UNAVAILABLE", "INTERNAL", "IDEMPOTENCY_KEY_IN_USE"]);

/** Whether a change may have been made all the same: it was sent, and no answer says what became of it. */
export function isOutcomeOpen(error: unknown): boolean {
  if (error instanceof OfflineError) return false;
  const code = findFailure(error)?.error_code;
  return code === undefined || undecided.has(code);
}
