/**
 * Works through the items of a long job, one after another. False if `signal` asked it to return before the last one: each
 * item is done whole or not begun, so the job goes on when it is called again.
 */
export async function workThrough<T>(
  items: Iterable<T> | AsyncIterable<T>,
  signal: AbortSignal | undefined,
  work: (item: T) => Promise<unknown>,
): Promise<boolean> {
  for await (const item of items) {
    if (signal?.aborted) return false;
    await work(item);
  }
  return true;
}
