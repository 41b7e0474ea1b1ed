/** Counts the requests under way, so that a process that is told to end lets them finish. */
export type Drain = {
  isDraining(): boolean;
  /** Runs a request and counts it while it runs. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** From now on it drains; resolves once nothing is under way, or after `withinMs`: a client may take its time. */
  begin(withinMs: number): Promise<void>;
};

export function createDrain(): Drain {
  let underWay = 0;
  let finish: (() => void) | null = null;
  return {
    isDraining: () => finish !== null,
    async during(work) {
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
        if (underWay === 0) finish?.();
      }
    },
    async begin(withinMs) {
      let impatience: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        finish = resolve;
        if (underWay === 0) return resolve();
        impatience = setTimeout(resolve, withinMs);
      });
      clearTimeout(impatience);
    },
  };
}
