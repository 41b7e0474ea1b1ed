export type Driven = {
  /** Duration of each, in milliseconds. */
  took: number[];
  perSecond: number;
};

/** Runs `count` tasks, `concurrency` at a time, each worker sequentially. */
export async function drive(
  count: number,
  concurrency: number,
  run: (worker: number) => Promise<void>,
): Promise<Driven> {
  const took: number[] = [];
  let started = 0;
  const began = performance.now();
  async function work(worker: number): Promise<void> {
    while (started < count) {
      started++;
      const before = performance.now();
      await run(worker);
      took.push(performance.now() - before);
    }
  }
  await Promise.all(Array.from({ length: concurrency }, (_, worker) => work(worker)));
  return { took, perSecond: (count / (performance.now() - began)) * 1000 };
}
