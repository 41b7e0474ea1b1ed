import type { IncomingHttpHeaders } from "node:http";

/** The earliest retry that the answer allows: `x-amz-retry-after` in milliseconds, `retry-after` in seconds or as a date. */
export function readRetryAfter(headers: IncomingHttpHeaders = {}): Date | undefined {
  const milliseconds = Number(headers["x-amz-retry-after"] ?? Number.NaN);
  if (!Number.isNaN(milliseconds)) return new Date(Date.now() + milliseconds);
  const after = headers["retry-after"];
  if (after === undefined) return undefined;
  const at = /^\d+(\.\d+)?$/.test(after) ? Date.now() + Number(after) * 1000 : Date.parse(after);
  return Number.isNaN(at) ? undefined : new Date(at);
}
