import { getHeapStatistics } from "node:v8";

const mega = 1_000_000;

/** At most `mostMb` megabytes, and on a small heap this part of its limit; in bytes. */
export const heapShare = (mostMb: number, part: number): number =>
  Math.min(mostMb * mega, Math.floor(getHeapStatistics().heap_size_limit * part));
