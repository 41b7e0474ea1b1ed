import { TokenBucket } from "limiter";
import { LRUCache } from "lru-cache";

export type RateLimit = {
  /**
   * Takes `cost` tokens of a client: returns 0 if it has enough, otherwise the milliseconds to wait, without taking
   * any.
   */
  take(client: string, cost: number): number;
};

type Rate = {
  perSecond: number;
  /** After a pause. */
  atOnce: number;
  maxClients?: number;
};

/**
 * A token bucket per client. The least recently used buckets are dropped, so that no number of clients exhausts the
 * memory.
 */
export function createRateLimit({ perSecond, atOnce: bucketSize, maxClients = 20_000 }: Rate): RateLimit {
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
