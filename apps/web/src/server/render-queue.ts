/** Nobody else is let into the queue for now. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export type RenderQueue = {
  /** Runs `render` in its turn. Rejects with QueueFullError where too many wait already, or it waited too long. */
  run<Result>(render: () => Promise<Result>): Promise<Result>;
};

type Limits = {
  /** Renders under way. More of them interleave, and all of them end late. */
  atOnce: number;
  waiting: number;
  waitMs: number;
  /** After this long the next one is let in: a visitor who reads slowly keeps nobody waiting. */
  turnMs: number;
};

const usualLimits: Limits = { atOnce: 8, waiting: 256, waitMs: 10_000, turnMs: 10_000 };

/** Renders in the order in which they were asked for, few at a time. */
export function createRenderQueue(limits: Partial<Limits> = {}): RenderQueue {
  const { atOnce, waiting, waitMs, turnMs } = { ...usualLimits, ...limits };
  const queue = new Set<() => void>();
  let running = 0;

  function startNext(): void {
    const [begin] = queue;
    if (!begin || running === atOnce) return;
    queue.delete(begin);
    begin();
  }

  /** Resolves to what ends the turn. */
  function takeTurn(): Promise<() => void> {
    if (queue.size >= waiting) return Promise.reject(new QueueFullError());
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timeout);
        running++;
        resolve(endOnce(turnMs, endTurn));
      };
      const timeout = setTimeout(() => {
        queue.delete(begin);
        reject(new QueueFullError());
      }, waitMs);
      queue.add(begin);
      startNext();
    });
  }

  function endTurn(): void {
    running--;
    startNext();
  }

  return {
    async run(render) {
      const end = await takeTurn();
      try {
        return await render();
      } finally {
        end();
      }
    },
  };
}

/** `end`, called once: by what is returned, or after `ms`. */
function endOnce(ms: number, end: () => void): () => void {
  let hasEnded = false;
  const once = () => {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(timer);
    end();
  };
  const timer = setTimeout(once, ms);
  return once;
}
