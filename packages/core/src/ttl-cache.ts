import { LRUCache } from "lru-cache";
import { singleFlight } from "./single-flight.ts";
import type { Clock } from "./time.ts";

/** What was read for each key, kept for a while; `isFresh` tells whether a value will do beyond its refresh interval. */
export type TtlCache<K extends string, T> = { get(key: K, isFresh?: (value: T) => boolean): Promise<T> };

type CacheEntry<T> = { value: T; readAt: number; refreshInterval: number };

/** Nothing is read again sooner than this many times as long as reading it took. */
const intervalPerRead = 10;

/**
 * Reads by key, shared by all who ask meanwhile, and not again within the refresh interval: at least `minRefreshInterval`
 * seconds, longer where reading takes long. Values of `maxSize` together by `sizeOf` are kept, those asked for last; one
 * that is larger alone is not kept.
 */
export function createTtlCache<K extends string, T>(
  clock: Clock,
  read: (key: K) => Promise<T>,
  {
    maxSize,
    minRefreshInterval = 0,
    sizeOf = () => 1,
  }: { maxSize: number; minRefreshInterval?: number; sizeOf?: (value: T) => number },
): TtlCache<K, T> {
  const entries = new LRUCache<K, CacheEntry<T>>({ maxSize, sizeCalculation: ({ value }) => sizeOf(value) });

  const readOnce = singleFlight(async (key: K) => {
    const began = clock();
    const value = await read(key);
    const readAt = clock();
    const refreshInterval = Math.max(minRefreshInterval, intervalPerRead * (readAt - began));
    entries.set(key, { value, readAt, refreshInterval });
    return value;
  });

  return {
    async get(key, isFresh = () => false) {
      const entry = entries.get(key);
      if (!entry) return readOnce(key);
      const isDue = clock() - entry.readAt >= entry.refreshInterval;
      return isDue && !isFresh(entry.value) ? readOnce(key) : entry.value;
    },
  };
}
