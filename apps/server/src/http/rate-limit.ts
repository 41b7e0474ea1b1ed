import { TokenBucket } from "limiter";

export type RateLimit = {
  /** Counts `cost` requests of a client; 0 where they may go on, else the milliseconds until they may, uncounted. */
  take(client: string, cost: number): number;
};

/**
 * A bucket of requests a client: `perSecond` come back each second, three times as many are there after a pause. Of
 * clients only the latest are remembered, so that no number of addresses fills the memory.
 */
export function createRateLimit(perSecond: number, mostClients = 20_000): RateLimit {
  const bucketSize = 3 * perSecond;
  const buckets = new Map<string, TokenBucket>();

  function find(client: string): TokenBucket {
    const known = buckets.get(client);
    buckets.delete(client);
    const bucket = known ?? new TokenBucket({ bucketSize, tokensPerInterval: perSecond, interval: "second" });
    if (!known) bucket.content = bucketSize;
    buckets.set(client, bucket);
    for (const oldest of buckets.keys()) {
      if (buckets.size <= mostClients) break;
      buckets.delete(oldest);
    }
    return bucket;
  }

  return {
    take(client, cost) {
      const bucket = find(client);
      const count = Math.min(cost, bucketSize);
      return bucket.tryRemoveTokens(count) ? 0 : bucket.getWaitTime(count);
    },
  };
}
