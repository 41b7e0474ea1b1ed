import { useEffect, useEffectEvent } from "react";

type Options = {
  active: boolean;
  intervalMs: number;
  timeoutMs: number;
  /** Milliseconds before the first poll. */
  firstDelay: () => number;
  poll: (turn: number) => Promise<void>;
  onTimeout: () => void;
};

/** While active, polls again `intervalMs` after each poll has ended, and gives up after `timeoutMs`. */
export function usePolling({ active, intervalMs, timeoutMs, firstDelay, poll, onTimeout }: Options): void {
  const pollOnce = useEffectEvent(poll);
  const giveUp = useEffectEvent(onTimeout);
  const readDelay = useEffectEvent(firstDelay);
  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const deadline = performance.now() + timeoutMs;
    const run = async (turn: number) => {
      await pollOnce(turn);
      if (stopped) return;
      if (performance.now() < deadline) schedule(intervalMs, turn + 1);
      else giveUp();
    };
    const schedule = (delayMs: number, turn: number) => {
      timer = setTimeout(() => void run(turn), delayMs);
    };
    schedule(readDelay(), 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [active, intervalMs, timeoutMs]);
}
