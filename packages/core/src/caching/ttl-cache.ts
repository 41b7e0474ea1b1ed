import { LRUCache } from "lru-cache";
import type { Clock } from "../time.ts";
import { ownCopy } from "./own-copy.ts";
import { singleFlight } from "./single-flight.ts";

/** Cached values by key; `isFresh` decides whether a value may be used beyond its refresh interval. */
export type TtlCache<K extends string, T> = { get(key: K, isFresh?: (value: T) => boolean): Promise<T> };

type CacheEntry<T> = { value: T; readAt: number; refreshInterval: number };

/** The refresh interval is at least this many times as long as the read took. */
const intervalPerRead = 10;

/** Each read may hold some megabytes until it is done. */
const mostAtOnce = 8;

/**
 * Caches reads by key, of which at most `atOnce` are under way. Concurrent callers share a read, and a key is not read again within the refresh interval: at
 * least `minRefreshInterval` seconds, longer if reading takes long. Nothing is used for longer than `longestUse` seconds. Keeps the most recently used values up to a total
 * `sizeOf` of `maxSize`; a value that exceeds it alone is not cached.
 */
export function createTtlCache<K extends string, T>(
  clock: Clock,
  read: (key: K) => Promise<T>,
  {
    maxSize,
    minRefreshInterval = 0,
    longestUse = Number.POSITIVE_INFINITY,
    sizeOf = () => 1,
    atOnce = mostAtOnce,
  }: {
    maxSize: number;
    minRefreshInterval?: number;
    longestUse?: number;
    sizeOf?: (value: T) => number;
    atOnce?: number;
  },
): TtlCache<K, T> {
  const entries = new LRUCache<K, CacheEntry<T>>({ maxSize, sizeCalculation: ({ value }) => sizeOf(value) });

  const readOnce = singleFlight(async (key: K) => {
    const began = clock();
    const value = await read(key);
    const readAt = clock();
    const refreshInterval = Math.max(minRefreshInterval, intervalPerRead * (readAt - began));
    entries.set(ownCopy(key), { value, readAt, refreshInterval });
    return value;
  }, atOnce);

  return {
    async get(key, isFresh = () => false) {
      const entry = entries.get(key);
      if (!entry) return readOnce(key);
      const age = clock() - entry.readAt;
      const isDue = age >= entry.refreshInterval;
      return isDue && (age >= longestUse || !isFresh(entry.value)) ? readOnce(key) : entry.value;
    },
  };
}
