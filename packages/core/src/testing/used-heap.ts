import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// The code of what this process ran before would be dropped in the middle of a measurement.
setFlagsFromString("--no-flush-bytecode");
const collect = runInNewContext("gc") as () => void;

/** What is in use after a collection, in bytes. */
export function usedHeap(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
