/** Counts the requests in flight, so that a process that receives SIGTERM lets them finish. */
export type Drain = {
  isDraining(): boolean;
  /** Runs a request and counts it while it runs. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Starts draining; resolves once no request is in flight, or after `withinMs`, since a client may be slow. */
  begin(withinMs: number): Promise<void>;
};

export function createDrain(): Drain {
  let inFlight = 0;
  let finish: (() => void) | null = null;
  return {
    isDraining: () => finish !== null,
    async during(work) {
      inFlight++;
      try {
        return await work();
      } finally {
        inFlight--;
        if (inFlight === 0) finish?.();
      }
    },
    async begin(withinMs) {
      let timeout: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        finish = resolve;
        if (inFlight === 0) return resolve();
        timeout = setTimeout(resolve, withinMs);
      });
      clearTimeout(timeout);
    },
  };
}
