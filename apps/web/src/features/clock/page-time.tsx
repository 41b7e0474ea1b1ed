"use client";

import { createContext, type ReactNode, useState } from "react";
import { serverClock } from "./server-clock";

/** When the server rendered the page, in epoch seconds, which the first render in the browser repeats. */
export const PageTime = createContext(0);

/** Sets the tab's clock by the page that the server rendered at `renderedAt`, in epoch seconds. */
export function PageTimeProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  // Before anything below renders with a clock that was never set.
  const [first] = useState(() => startClock(renderedAt));
  return <PageTime value={first}>{children}</PageTime>;
}

function startClock(renderedAt: number): number {
  if (typeof window === "undefined") return renderedAt;
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // A page that others got before is told its age.
  const age = navigation?.serverTiming.find(({ name }) => name === "age")?.duration ?? 0;
  serverClock.sync(renderedAt + age / 1000, navigation?.responseStart);
  return renderedAt;
}
