export type Loop = {
  /** Begins no further run; resolves when the current one has ended. */
  stop(): Promise<void>;
};

/** Runs again and again, `pauseMs` after the last run has ended, so that runs never overlap; `onError` gets what a run threw. */
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
