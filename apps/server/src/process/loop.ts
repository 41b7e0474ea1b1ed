export type Loop = {
  /** No further turn begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/** Takes a turn, and the next one `pauseMs` after it has ended, so that it never overlaps itself; `onError` is told what a turn threw. */
export function startLoop(turn: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function begin(): void {
    running = turn()
      .then(() => undefined, onError)
      .then(() => {
        if (!stopped) timer = setTimeout(begin, pauseMs);
      });
  }

  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
