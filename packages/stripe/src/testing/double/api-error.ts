import type { Intent } from "./objects.ts";

/** An error as Stripe answers it. `isKept` where the call had begun, so that its Idempotency-Key keeps the answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly error: StripeError;
  readonly isKept: boolean;

  constructor(status: number, error: StripeError, isKept = false) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.isKept = isKept;
  }
}

type StripeError = { type: string; code?: string; message: string; param?: string; [more: string]: unknown };

export function invalid(message: string, more: { code?: string; param?: string } = {}, status = 400): ApiError {
  return new ApiError(status, { type: "invalid_request_error", message, ...more });
}

export function missing(noun: string, id: string, param: string): ApiError {
  return invalid(`No such ${noun}: '${id}'`, { code: "resource_missing", param }, param === "id" ? 404 : 400);
}

export function unexpected(intent: Intent, verb: string): ApiError {
  const message = `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`;
  const code = "payment_intent_unexpected_state";
  return new ApiError(400, { type: "invalid_request_error", code, message, payment_intent: intent }, true);
}
