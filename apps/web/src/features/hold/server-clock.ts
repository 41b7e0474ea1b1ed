/** The server's time, in epoch seconds, carried forward by a clock that the person can't set. */
export type ServerClock = {
  sync(server_now: number): void;
  now(): number;
};

/**
 * Counts from what the server said last. An answer is already old when it arrives, so of all offsets seen the largest is
 * nearest to the truth. `elapsed` in milliseconds, never running backwards.
 */
export function createServerClock(elapsed: () => number = () => performance.now()): ServerClock {
  let offset = -Infinity;
  return {
    sync(server_now) {
      offset = Math.max(offset, server_now - elapsed() / 1000);
    },
    now() {
      return offset === -Infinity ? Date.now() / 1000 : offset + elapsed() / 1000;
    },
  };
}
