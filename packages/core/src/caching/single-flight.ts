import { limitConcurrency } from "../concurrency/limit-concurrency.ts";

/**
 * Runs `load` once at a time per key: concurrent callers get the same promise. At most `atOnce` keys are loaded at once,
 * so that what one load takes for a moment is not taken as many times as there are callers.
 */
export function singleFlight<K extends string, T>(
  load: (key: K) => Promise<T>,
  atOnce = Number.POSITIVE_INFINITY,
): (key: K) => Promise<T> {
  const running = new Map<K, Promise<T>>();
  const inTurn = limitConcurrency(atOnce);
  return (key) => {
    const under = running.get(key);
    if (under) return under;
    const started = inTurn(() => load(key)).finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
