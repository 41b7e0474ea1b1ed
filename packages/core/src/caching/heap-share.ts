import { getHeapStatistics } from "node:v8";

const mega = 1_000_000;
/** Of the limit that the runtime states, for what lives for a moment: three half-spaces of 16 MiB. */
const youngBytes = 48 * 1024 * 1024;

/** At most `mostMb` megabytes, and on a small heap this part of what may last in it; in bytes. */
export const heapShare = (mostMb: number, part: number): number =>
  Math.min(mostMb * mega, Math.floor((getHeapStatistics().heap_size_limit - youngBytes) * part));
