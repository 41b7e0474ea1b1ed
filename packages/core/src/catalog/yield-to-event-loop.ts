/** Longer work without a pause would delay other requests, in milliseconds. */
const longest = 10;

/** Called between steps of long work: yields to pending work if the current run took long enough. */
export function createYield(): () => Promise<void> {
  let resumed = performance.now();
  return async () => {
    if (performance.now() - resumed < longest) return;
    await new Promise<void>((resume) => setImmediate(resume));
    resumed = performance.now();
  };
}
