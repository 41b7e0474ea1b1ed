import { createFairLine } from "./fair-line";

/** Nobody else is let into the queue for now. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export type RenderQueue = {
  /**
   * Runs `render` when it is the visitor's turn. Rejects with QueueFullError where too many wait already, or it waited too
   * long.
   */
  run<Result>(visitor: string, render: () => Promise<Result>): Promise<Result>;
};

type Limits = {
  /** Renders under way. More of them interleave, and all of them end late. */
  atOnce: number;
  waiting: number;
  waitMs: number;
  /** After this long the next one is let in: a visitor who reads slowly keeps nobody waiting. */
  turnMs: number;
};

const usualLimits = { waiting: 256, waitMs: 10_000, turnMs: 10_000 };

type Waiter = { begin(): void; sendAway(): void };

/** Renders few pages at a time, for visitors in turn. */
export function createRenderQueue(limits: Partial<Limits> & Pick<Limits, "atOnce">): RenderQueue {
  const { atOnce, waiting, waitMs, turnMs } = { ...usualLimits, ...limits };
  const line = createFairLine<Waiter>(waiting);
  let running = 0;

  function startNext(): void {
    if (running < atOnce) line.next()?.begin();
  }

  /** Resolves to what ends the turn. */
  function takeTurn(visitor: string): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        begin() {
          clearTimeout(timeout);
          running++;
          resolve(endOnce(turnMs, endTurn));
        },
        sendAway() {
          clearTimeout(timeout);
          line.remove(visitor, waiter);
          reject(new QueueFullError());
        },
      };
      const timeout = setTimeout(() => waiter.sendAway(), waitMs);
      line.add(visitor, waiter)?.sendAway();
      startNext();
    });
  }

  function endTurn(): void {
    running--;
    startNext();
  }

  return {
    async run(visitor, render) {
      const end = await takeTurn(visitor);
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
