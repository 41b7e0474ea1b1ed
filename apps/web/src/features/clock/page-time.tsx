"use client";

import { createContext, type ReactNode, useState } from "react";
import { serverClock } from "./server-clock";

/** When the server made the page, in epoch seconds: what its first paint in the browser still shows. */
export const PageTime = createContext(0);

/** Sets the tab's clock by the page that the server made at `madeAt`, epoch seconds. */
export function PageTimeProvider({ madeAt, children }: { madeAt: number; children: ReactNode }) {
  // Before anything below is painted, so that nothing shows the time of a clock that was never set.
  const [first] = useState(() => startClock(madeAt));
  return <PageTime value={first}>{children}</PageTime>;
}

function startClock(madeAt: number): number {
  if (typeof window === "undefined") return madeAt;
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  serverClock.sync(madeAt, visit?.responseStart);
  return madeAt;
}
