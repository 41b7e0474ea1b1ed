import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { classifyError, type SendError } from "./classify-error.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/**
 * Retries as the client's own retry strategy decides: its attempts, its jitter, its quota, shared with the client.
 * Returns the number of attempts; the last error is thrown with that number in its `$metadata`.
 */
export async function sendWithRetries<T>(
  { config }: DynamoDBClient,
  sendOnce: (attempt: number, most: number) => Promise<T>,
): Promise<{ sent: T; attempts: number }> {
  const strategy = await config.retryStrategy();
  if (!("acquireInitialRetryToken" in strategy)) throw new Error("the SDK's retry strategy has the old interface");
  const most = await config.maxAttempts();
  let token = await strategy.acquireInitialRetryToken("");
  for (let attempts = 1; ; attempts = token.getRetryCount() + 1) {
    try {
      const sent = await sendOnce(attempts, most);
      strategy.recordSuccess(token);
      return { sent, attempts };
    } catch (caught) {
      const error = caught as SendError;
      const retryAfterHint = readRetryAfter(error.$response?.headers);
      const cause = { errorType: classifyError(error), ...(retryAfterHint ? { retryAfterHint } : {}) };
      // It waits before it returns the next token, and rejects if the request may not be retried.
      const next = await strategy.refreshRetryTokenForRetry(token, cause).catch(() => null);
      if (!next) throw Object.assign(error, { $metadata: { ...error.$metadata, attempts } });
      token = next;
    }
  }
}
