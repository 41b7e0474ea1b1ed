import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { TRPCClientError } from "@trpc/client";

const plausibleDetails = {
  seats: ["A-1", "A-2"],
  alternatives: [["B-1", "B-2"]],
  faults: [{ path: "email", message: "an e-mail address" }],
  seat_types: ["Stalls"],
  reason: "card_declined",
  request_id: "r-17",
  holdings: ["holding-00001"],
  status: "paused",
};

/** Every code that the API can answer. */
export const errorCodes = Object.keys(errorRegistry) as ErrorCode[];

/** The error of a call that the API refused with this code. */
export function makeApiError(error_code: ErrorCode, details: object = {}): Error {
  const failure = { error: errorRegistry[error_code].text, error_code, details: { ...plausibleDetails, ...details } };
  return TRPCClientError.from({ error: { code: -32000, message: failure.error, data: { failure } } } as never);
}
