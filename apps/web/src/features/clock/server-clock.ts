/** The server's time in epoch seconds, carried forward by a monotonic clock. */
export type ServerClock = {
  /** Sets the clock to a time that was received when `elapsed` was at `receivedMs`, by default now. */
  sync(server_now: number, receivedMs?: number): void;
  now(): number;
};

/**
 * An answer is already old when it arrives, so the largest offset seen is the most accurate. `elapsed` in milliseconds, never running backwards.
 */
export function createServerClock(elapsed: () => number = () => performance.now()): ServerClock {
  let offset = -Infinity;
  return {
    sync(server_now, receivedMs = elapsed()) {
      offset = Math.max(offset, server_now - receivedMs / 1000);
    },
    now() {
      return offset === -Infinity ? Date.now() / 1000 : offset + elapsed() / 1000;
    },
  };
}

/** The tab's clock, set by its first page and by every answer with a time. */
export const serverClock = createServerClock();
