"use client";

import { use, useSyncExternalStore } from "react";
import { PageTime } from "./page-time";
import { serverClock } from "./server-clock";

const tickMs = 250;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/**
 * A value derived from the server's time in epoch seconds; rerenders only when it changes. The first render uses the time
 * at which the page was rendered, as the server did.
 */
export function useServerTime<Value extends string | number | boolean>(read: (now: number) => Value): Value {
  const renderedAt = use(PageTime);
  return useSyncExternalStore(
    onTick,
    () => read(serverClock.now()),
    () => read(renderedAt),
  );
}

/** For what may be a minute behind. */
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
