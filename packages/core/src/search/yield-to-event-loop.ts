/** Work that goes on longer than this without a pause keeps others waiting, milliseconds. */
const longest = 10;

/** Called between two steps of long work, it lets whatever waits have its turn, if the work has gone on for some time. */
export function createYield(): () => Promise<void> {
  let resumed = performance.now();
  return async () => {
    if (performance.now() - resumed < longest) return;
    await new Promise<void>((resume) => setImmediate(resume));
    resumed = performance.now();
  };
}
