import { useEffect, useRef } from "react";
import { announce } from "./announcements";

const pauseMs = 20_000;

/** Announces `text` to screen readers when it changes, at most every 20 s; null while there is nothing to say. */
export function useChangeAnnouncer(text: string | null): void {
  const announced = useRef<{ text: string; at: number } | null>(null);
  useEffect(() => {
    if (text === null) return;
    // The first one is read on the page itself.
    announced.current ??= { text, at: -Infinity };
    if (announced.current.text === text) return;
    const wait = Math.max(0, announced.current.at + pauseMs - performance.now());
    const timer = setTimeout(() => {
      announced.current = { text, at: performance.now() };
      announce(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
}
