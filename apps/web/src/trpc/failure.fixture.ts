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
  revision: 3,
  changed: ["seats"],
};

const labels = ["1", "2"].map((seat_label) => ({ section: "Stalls", row_label: "A", seat_label }));
const detailsOf: { [C in ErrorCode]?: object } = {
  LABEL_TAKEN: { seats: labels },
  INVOICE_NOT_AVAILABLE: { cause: "time" },
  PAYMENTS_NOT_READY: { organization_id: "organization-00001", state: "onboarding" },
  QUOTA_EXCEEDED: { kind: "venues", limit: 20 },
};

/** Every code that the API can answer. */
export const errorCodes = Object.keys(errorRegistry) as ErrorCode[];

/** The error of a call that the API refused with this code. */
export function makeApiError(error_code: ErrorCode, details: object = {}): Error {
  const plausible = { ...plausibleDetails, ...detailsOf[error_code] };
  const failure = { error: errorRegistry[error_code].text, error_code, details: { ...plausible, ...details } };
  return TRPCClientError.from({ error: { code: -32000, message: failure.error, data: { failure } } } as never);
}
