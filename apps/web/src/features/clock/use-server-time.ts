"use client";

import { use, useSyncExternalStore } from "react";
import { PageTime } from "./page-time";
import { serverClock } from "./server-clock";

const tickMs = 250;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/**
 * What `read` makes of the server's time, in epoch seconds with decimals; renders only when that changes. The first paint
 * reads the time at which the page was made, as the server did.
 */
export function useServerTime<Reading extends string | number | boolean>(read: (now: number) => Reading): Reading {
  const madeAt = use(PageTime);
  return useSyncExternalStore(
    onTick,
    () => read(serverClock.now()),
    () => read(madeAt),
  );
}

/** A reading for what may be a minute behind. */
export const byTheMinute = (now: number): number => Math.floor(now / 60) * 60;

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    for (const listen of listeners) listen();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}
