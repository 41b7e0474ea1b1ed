"use client";

import { useSyncExternalStore } from "react";

const tickMs = 30_000;

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, tickMs);
  return () => clearInterval(timer);
}

const readNow = () => Math.floor(Date.now() / tickMs) * (tickMs / 1000);

/** The time in epoch seconds, to the half minute; the first paint uses the server's, so that both render the same. */
export function useNow(serverNow: number): number {
  return useSyncExternalStore(subscribe, readNow, () => serverNow);
}
