import { createFairLine } from "./fair-line";

/** Nobody else is let into the queue for now. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export type RenderQueue = {
  /**
   * Runs `render` when it is the visitor's turn. Rejects with QueueFullError where too many wait already, or it waited too
   * long. `name` is for who joins.
   */
  run<Result>(visitor: string, render: () => Promise<Result>, name?: string): Promise<Result>;
  /** Another visitor waits for the render of this name, where it still waits for its turn: it is in their line if that is shorter. */
  join(visitor: string, name: string): void;
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

type Waiter = { begin(): void; sendAway(): void; join(visitor: string): void };

/** Renders few pages at a time, for visitors in turn. */
export function createRenderQueue(limits: Partial<Limits> & Pick<Limits, "atOnce">): RenderQueue {
  const turns = createTurns({ ...usualLimits, ...limits });
  return {
    join: turns.join,
    async run(visitor, render, name) {
      const end = await turns.take(visitor, name);
      try {
        return await render();
      } finally {
        end();
      }
    },
  };
}

function createTurns({ atOnce, waiting, waitMs, turnMs }: Limits) {
  const line = createFairLine<Waiter>(waiting);
  const named = new Map<string, Waiter>();
  let running = 0;

  function startNext(): void {
    if (running < atOnce) line.next()?.begin();
  }

  function endTurn(): void {
    running--;
    startNext();
  }

  /** Resolves to what ends the turn. */
  function take(first: string, name = ""): Promise<() => void> {
    return new Promise((resolve, reject) => {
      let visitor = first;
      const leave = () => {
        clearTimeout(timeout);
        // Its name may be that of a later one, where the page was asked for again.
        if (named.get(name) === waiter) named.delete(name);
      };
      const waiter: Waiter = {
        begin() {
          leave();
          running++;
          resolve(endOnce(turnMs, endTurn));
        },
        sendAway() {
          leave();
          line.remove(visitor, waiter);
          reject(new QueueFullError());
        },
        join(other) {
          if (!line.lift(visitor, other, waiter)) return;
          visitor = other;
          // Their wait begins now.
          timeout.refresh();
        },
      };
      const timeout = setTimeout(() => waiter.sendAway(), waitMs);
      if (name) named.set(name, waiter);
      line.add(visitor, waiter)?.sendAway();
      startNext();
    });
  }

  return { take, join: (visitor: string, name: string): void => named.get(name)?.join(visitor) };
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
