/** What a promise brings within `limitMs`, or null: what came too late is dropped. Throws what the promise throws by then. */
export async function within<T>(promise: Promise<T>, limitMs: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
