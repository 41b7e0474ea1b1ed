/** Runs `load` once at a time per key: concurrent callers get the same promise. */
export function singleFlight<K extends string, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const running = new Map<K, Promise<T>>();
  return (key) => {
    const under = running.get(key);
    if (under) return under;
    const started = load(key).finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
