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
  // With a page that others got before comes the time at which it was sent.
  const sentAt = navigation?.serverTiming.find(({ name }) => name === "now")?.duration ?? renderedAt;
  serverClock.sync(sentAt, navigation?.responseStart);
  return renderedAt;
}
