import { TRPCClientError } from "@trpc/client";

/** Retry-After in milliseconds; a second without the header. */
export function waitOf(answer: Response | undefined): number {
  const seconds = Number(answer?.headers.get("retry-after") || 1);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000;
}

/** The same for a call that failed. */
export function readWait(error: unknown): number {
  const meta = error instanceof TRPCClientError ? (error.meta as { response?: Response } | undefined) : undefined;
  return waitOf(meta?.response);
}
