import Stripe from "stripe";

/**
 * What Stripe refused or left unanswered, without what its own error carries along: an intent with its client secret,
 * headers, and a text that may quote what a buyer sent. The request's id leads to all that in Stripe's dashboard.
 */
class StripeFailure extends Error {
  override readonly name = "StripeFailure";

  constructor(doing: string, error: Stripe.errors.StripeError) {
    const { type, code, decline_code, param, statusCode, requestId } = error;
    const facts = [statusCode, type, code, decline_code, param && `at ${param}`, requestId].filter(Boolean);
    super(`${doing}: ${facts.join(", ")}`);
  }
}

/** Runs what calls Stripe, and throws its errors as a StripeFailure. */
export async function namingFailures<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw isStripeError(error) ? new StripeFailure(doing, error) : error;
  }
}

export function isStripeError(error: unknown): error is Stripe.errors.StripeError {
  return error instanceof Stripe.errors.StripeError;
}

/** Whether Stripe answered that it will not do it, so that asking for the intent's state tells what is the case. */
export function isRejection(error: unknown): error is Stripe.errors.StripeError {
  return isStripeError(error) && [400, 402, 404].includes(error.statusCode ?? 0);
}

/** Whether the answer is an earlier one, kept under the request's key, and may be out of date. */
export function isReplayed(headers: Readonly<Record<string, unknown>> | undefined): boolean {
  return headers?.["idempotent-replayed"] === "true";
}

/** Of an answer that was kept, the request that it first answered; null of a new one. */
export function findFirstRequest(headers: Readonly<Record<string, unknown>> | undefined): string | null {
  const first = headers?.["original-request"];
  return isReplayed(headers) && typeof first === "string" ? first : null;
}
