import { singleFlight } from "./single-flight.ts";
import type { Clock } from "./time.ts";

/** What was read for each key, kept for a while; `holds` tells whether what is known will do although it has rested. */
export type TtlCache<T> = { get(key: string, holds?: (value: T) => boolean): Promise<T> };

type Reading<T> = { value: T; readAt: number; restFor: number };

/** Nothing is read again sooner than this many times as long as reading it took. */
const restPerReading = 10;

/**
 * Reads by key, shared by all who ask meanwhile, and not again before it has rested: at least `rest` seconds, longer
 * where reading takes long. Kept are readings of `most` together by `sizeOf`; the least recently asked for go first.
 */
export function createTtlCache<T>(
  clock: Clock,
  read: (key: string) => Promise<T>,
  { most, rest = 0, sizeOf = () => 1 }: { most: number; rest?: number; sizeOf?: (value: T) => number },
): TtlCache<T> {
  const known = new Map<string, Reading<T>>();
  let size = 0;

  function forget(key: string): void {
    const reading = known.get(key);
    if (reading) size -= sizeOf(reading.value);
    known.delete(key);
  }

  function keep(key: string, reading: Reading<T>): void {
    forget(key);
    known.set(key, reading);
    size += sizeOf(reading.value);
    for (const oldest of known.keys()) {
      if (size <= most) return;
      forget(oldest);
    }
  }

  const readOnce = singleFlight(async (key) => {
    const began = clock();
    const value = await read(key);
    const readAt = clock();
    keep(key, { value, readAt, restFor: Math.max(rest, restPerReading * (readAt - began)) });
    return value;
  });

  return {
    async get(key, holds = () => false) {
      const reading = known.get(key);
      if (!reading || (clock() - reading.readAt >= reading.restFor && !holds(reading.value))) return readOnce(key);
      keep(key, reading);
      return reading.value;
    },
  };
}
