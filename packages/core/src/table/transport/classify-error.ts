import type { Answer } from "./post.ts";
import type { Metadata } from "./read-answer.ts";

export type SendError = Error & {
  code?: string;
  $metadata?: Metadata;
  $response?: Answer;
  $retryable?: { throttling?: boolean };
};

type Kind = "THROTTLING" | "TRANSIENT" | "SERVER_ERROR" | "CLIENT_ERROR";

const throttling = new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException",
]);
/** ChecksumError is ours: the SDK for JavaScript verifies no checksums. */
const transient = new Set(["TimeoutError", "RequestTimeout", "RequestTimeoutException", "ChecksumError"]);
const transientStatus = new Set([500, 502, 503, 504]);
const connection = new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
const skewed = new Set([
  "AccessDeniedException",
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
]);

/**
 * An error's type for the SDK's retry strategy, which retries THROTTLING and TRANSIENT. After a correction of the clock
 * only a rejected signature is retried; the SDK then retries every rejection, a failed condition too.
 */
export function classifyError({ name, message, code = "", $metadata = {}, $retryable }: SendError): Kind {
  const { httpStatusCode: status = 0, clockSkewCorrected = false } = $metadata;
  if (status === 429 || throttling.has(name) || $retryable?.throttling) return "THROTTLING";
  if ($retryable || transient.has(name) || transientStatus.has(status) || connection.has(code)) return "TRANSIENT";
  if (name === "InvalidSignatureException" && message.includes("Signature expired")) return "TRANSIENT";
  if (clockSkewCorrected && skewed.has(name)) return "TRANSIENT";
  return status >= 500 ? "SERVER_ERROR" : "CLIENT_ERROR";
}
