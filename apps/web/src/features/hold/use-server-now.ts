import { useEffect, useState } from "react";
import type { ServerClock } from "./server-clock";

/** The server's time in whole epoch seconds, rounded down; renders once a second. */
export function useServerNow(clock: ServerClock): number {
  const [now, setNow] = useState(() => Math.floor(clock.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(clock.now())), 250);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
