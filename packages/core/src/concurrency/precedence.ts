import type { limitConcurrency } from "./limit-concurrency.ts";

type Run = ReturnType<typeof limitConcurrency>;

/** Two ways to run something: `first` at once, `later` while nothing that goes first is under way. */
export type Precedence = { first: Run; later: Run };

type Limits = {
  /** What runs later, at once. */
  most: number;
  /** What goes first ends at most so often before the next of those that wait: then it begins beside the others. */
  mostPassing: number;
};

export function createPrecedence({ most, mostPassing }: Limits): Precedence {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let running = 0;
  let passed = 0;

  const mayBegin = (): boolean => running < most && (underWay === 0 || (running === 0 && passed >= mostPassing));

  function beginNext(): void {
    while (waiting.length > 0 && mayBegin()) {
      running++;
      passed = 0;
      waiting.shift()?.();
    }
  }

  // By then whoever got an answer has sent what follows from it.
  const beginSoon = () => void setImmediate(beginNext);

  return {
    async first(run) {
      underWay++;
      try {
        return await run();
      } finally {
        underWay--;
        if (waiting.length > 0) {
          passed++;
          beginSoon();
        }
      }
    },
    async later(run) {
      await new Promise<void>((resume) => {
        waiting.push(resume);
        beginSoon();
      });
      try {
        return await run();
      } finally {
        running--;
        beginSoon();
      }
    },
  };
}
