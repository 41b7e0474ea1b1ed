import { TokenBucket } from "limiter";
import { LRUCache } from "lru-cache";

export type RateLimit = {
  /** Counts `cost` requests of a client; 0 where they may go on, else the milliseconds until they may, uncounted. */
  take(client: string, cost: number): number;
};

/**
 * A token bucket a client: `perSecond` come back each second, three times as many are there after a pause. The buckets
 * of clients that have been away longest are dropped, so that no number of addresses fills the memory.
 */
export function createRateLimit(perSecond: number, maxClients = 20_000): RateLimit {
  const bucketSize = 3 * perSecond;
  const buckets = new LRUCache<string, TokenBucket>({ max: maxClients, memoMethod: createBucket });

  function createBucket(): TokenBucket {
    const bucket = new TokenBucket({ bucketSize, tokensPerInterval: perSecond, interval: "second" });
    bucket.content = bucketSize;
    return bucket;
  }

  return {
    take(client, cost) {
      const bucket = buckets.memo(client);
      const count = Math.min(cost, bucketSize);
      return bucket.tryRemoveTokens(count) ? 0 : bucket.getWaitTime(count);
    },
  };
}
