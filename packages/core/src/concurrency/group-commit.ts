export type Pending = { refuse: (error: unknown) => void };

export type GroupCommit<Request extends Pending> = {
  submit(request: Request): void;
  /** Resolves once no commit is running. */
  idle(): Promise<void>;
};

/**
 * Collects requests submitted while a commit runs and commits them together next: never two commits at once, and no
 * delay to fill a batch. A commit settles its own requests; if it throws, all of them are rejected with its error.
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
