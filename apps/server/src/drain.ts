/** Counts the requests under way, so that a process that is told to end lets them finish. */
export type Drain = {
  isDraining(): boolean;
  /** Runs a request and counts it while it runs. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** From now on it drains; resolves once nothing is under way. */
  begin(): Promise<void>;
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
    begin() {
      return new Promise((resolve) => {
        finish = resolve;
        if (underWay === 0) resolve();
      });
    },
  };
}
