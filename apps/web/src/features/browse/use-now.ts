"use client";

import { useEffect, useState } from "react";

const tickMs = 5000;

/** The time in whole epoch seconds, anew every five of them; the first paint uses the server's, so that both render the same. */
export function useNow(serverNow: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(Math.floor(Date.now() / 1000));
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
