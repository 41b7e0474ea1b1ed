import { EventlyError } from "../errors.ts";

const refused = new Set([
  "ConditionalCheckFailedException",
  "TransactionCanceledException",
  "ValidationException",
  "IdempotentParameterMismatchException",
]);

/** The engine did nothing and may be asked again later. */
const passing = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionConflictException",
  "TransactionInProgressException",
]);

type Sent = { name?: string; $metadata?: { attempts?: number; httpStatusCode?: number } };

/** How often the SDK sent the request that ended in this error: more than once means that an earlier one may have been carried out. */
export function sends(error: unknown): number {
  return (error as Sent).$metadata?.attempts ?? 1;
}

/**
 * The error to throw for a request that ended without the engine's word: UNAVAILABLE where it did not answer,
 * throttled us to the end or failed inside; anything else is a fault of ours and stays as it is.
 */
export function toUnavailable(error: unknown): unknown {
  const { name, $metadata } = error as Sent;
  if (error instanceof EventlyError || refused.has(name ?? "")) return error;
  const status = $metadata?.httpStatusCode;
  const answered = status !== undefined && status >= 400 && status < 500;
  return answered && !passing.has(name ?? "")
    ? error
    : new EventlyError("UNAVAILABLE", {}, undefined, { cause: error });
}
