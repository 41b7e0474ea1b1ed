import { EventlyError } from "../errors.ts";

const refused = new Set([
  "ConditionalCheckFailedException",
  "TransactionCanceledException",
  "ValidationException",
  "IdempotentParameterMismatchException",
]);

/** Errors after which the engine did nothing and a retry may succeed. */
const passing = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionConflictException",
  "TransactionInProgressException",
]);

type SdkError = { name?: string; $metadata?: { attempts?: number; httpStatusCode?: number } };

/**
 * How often the transport sent the request that ended in this error: with more than one send, an earlier one may have
 * been executed.
 */
export function sends(error: unknown): number {
  return (error as SdkError).$metadata?.attempts ?? 1;
}

/**
 * The error to throw for a request without a definite result: UNAVAILABLE if the engine did not respond, kept
 * throttling or failed internally; any other error is our fault and stays as it is.
 */
export function toUnavailable(error: unknown): unknown {
  const { name, $metadata } = error as SdkError;
  if (error instanceof EventlyError || refused.has(name ?? "")) return error;
  const status = $metadata?.httpStatusCode;
  const answered = status !== undefined && status >= 400 && status < 500;
  return answered && !passing.has(name ?? "")
    ? error
    : new EventlyError("UNAVAILABLE", {}, undefined, { cause: error });
}
