export type Pending = { refuse: (error: unknown) => void };

export type GroupCommit<Request extends Pending> = {
  submit(request: Request): void;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
};

/**
 * Gathers what is submitted while a commit runs and hands it on as the next one: never two at once, never a wait for
 * company. A commit settles its own requests; where it throws, all of them are refused with its error.
 */
export function groupCommit<Request extends Pending>(
  commit: (requests: Request[]) => Promise<void>,
): GroupCommit<Request> {
  let waiting: Request[] = [];
  let draining: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const requests = waiting;
      waiting = [];
      await commit(requests).catch((error) => {
        for (const { refuse } of requests) refuse(error);
      });
    }
    draining = null;
  }

  return {
    submit(request) {
      waiting.push(request);
      draining ??= drain();
    },
    async idle() {
      while (draining) await draining;
    },
  };
}
