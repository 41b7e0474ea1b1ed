import { EventlyError } from "../errors.ts";

/** The results of concurrent calls: those that succeeded, the number of each error code, and unexpected errors. */
export type Race<T> = { won: T[]; refused: Record<string, number>; broken: unknown[] };

export async function race<T>(runners: Promise<T>[]): Promise<Race<T>> {
  const result: Race<T> = { won: [], refused: {}, broken: [] };
  for (const ended of await Promise.allSettled(runners)) {
    if (ended.status === "fulfilled") result.won.push(ended.value);
    else if (ended.reason instanceof EventlyError)
      result.refused[ended.reason.code] = (result.refused[ended.reason.code] ?? 0) + 1;
    else result.broken.push(ended.reason);
  }
  return result;
}

/** `count` calls, started together. */
export function times<T>(count: number, start: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => start(i));
}
