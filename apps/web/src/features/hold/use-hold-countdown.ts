import { useEffect, useEffectEvent, useRef } from "react";
import { useServerTime } from "~/features/clock/use-server-time";
import { announce } from "~/ui/message/announcements";
import { announceLeft } from "./countdown";

/** Seconds left until `hold_ttl` by the server's clock. Announces 2 min, 1 min and 30 s, and calls `onEnd` once at the end. */
export function useHoldCountdown(hold_ttl: number, onEnd: () => void): number {
  const left = useServerTime((now) => Math.max(0, hold_ttl - Math.floor(now)));
  const before = useRef(left);
  const pass = useEffectEvent((now: number) => {
    const words = announceLeft(before.current, now);
    if (words) announce(words);
    if (now === 0) onEnd();
    before.current = now;
  });
  useEffect(() => pass(left), [left]);
  return left;
}
