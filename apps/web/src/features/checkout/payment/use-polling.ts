import { useEffect, useEffectEvent } from "react";

const everyMs = 1_500;
const patienceMs = 60_000;

type Looks = {
  active: boolean;
  /** Milliseconds before the first look. */
  firstAfter: () => number;
  look: (turn: number) => Promise<void>;
  onGiveUp: () => void;
};

/** While active, looks again and again, each time after the last look has ended, and gives up after a minute. */
export function useLooks({ active, firstAfter, look, onGiveUp }: Looks): void {
  const lookOnce = useEffectEvent(look);
  const giveUp = useEffectEvent(onGiveUp);
  const firstPause = useEffectEvent(firstAfter);
  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const until = performance.now() + patienceMs;
    const takeTurn = async (turn: number) => {
      await lookOnce(turn);
      if (over) return;
      if (performance.now() < until) wait(everyMs, turn + 1);
      else giveUp();
    };
    const wait = (pause: number, turn: number) => {
      timer = setTimeout(() => void takeTurn(turn), pause);
    };
    wait(firstPause(), 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [active]);
}
