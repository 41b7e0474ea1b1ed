/** Work that runs after the response. Tests and a stopping process wait until it is settled. */
export type Background = {
  run(work: Promise<void>): void;
  /** Resolves once no work is running; never rejects. */
  settled(): Promise<void>;
};

export function createBackground(onError: (error: unknown) => void): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const tracked = work.catch(onError).finally(() => underWay.delete(tracked));
      underWay.add(tracked);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
