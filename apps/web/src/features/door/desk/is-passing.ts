import type { ErrorCode } from "@evently/core/errors";
import { findFailure } from "~/trpc/failure";

const passing = new Set<ErrorCode>(["INTERNAL", "RATE_LIMITED", "UNAVAILABLE"]);

/** Whether nobody answered, or a server that may answer later. */
export function isPassing(error: unknown): boolean {
  const failure = findFailure(error);
  return failure === null || passing.has(failure.error_code);
}
