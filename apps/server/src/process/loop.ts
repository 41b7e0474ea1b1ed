export type Loop = {
  /** Starts no further run; resolves once the current one has ended. */
  stop(): Promise<void>;
};

/** Repeats a run, `pauseMs` after the previous one has ended, so that runs never overlap; errors go to `onError`. */
export function startLoop(run: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function begin(): void {
    running = run()
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
