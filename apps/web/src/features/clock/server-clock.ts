/** The server's time, in epoch seconds, carried forward by a clock that the person can't set. */
export type ServerClock = {
  /** Takes what the server said, heard when `elapsed` stood at `heardMs`, which is now unless told. */
  sync(server_now: number, heardMs?: number): void;
  now(): number;
};

/**
 * Counts from what the server said. An answer is already old when it arrives, so of all offsets seen the largest is
 * nearest to the truth. `elapsed` in milliseconds, never running backwards.
 */
export function createServerClock(elapsed: () => number = () => performance.now()): ServerClock {
  let offset = -Infinity;
  return {
    sync(server_now, heardMs = elapsed()) {
      offset = Math.max(offset, server_now - heardMs / 1000);
    },
    now() {
      return offset === -Infinity ? Date.now() / 1000 : offset + elapsed() / 1000;
    },
  };
}

/** The one clock of the tab: set by its first page, and by every answer that tells the time. */
export const serverClock = createServerClock();
