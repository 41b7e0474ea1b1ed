"use client";

import type { EventPage } from "@evently/core/event";
import { saleState } from "@evently/core/event/event.rules";
import { useState, useSyncExternalStore } from "react";
import { createServerClock } from "~/features/hold/server-clock";

const tickMs = 1000;

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, tickMs);
  return () => clearInterval(timer);
}

/** Where the sale stands by the server's time (`serverNow`, epoch seconds, is when the page was made); renders when that changes. */
export function useSaleState(event: EventPage, serverNow: number): ReturnType<typeof saleState> {
  const [clock] = useState(() => {
    const made = createServerClock();
    made.sync(serverNow);
    return made;
  });
  return useSyncExternalStore(
    subscribe,
    () => saleState(event, clock.now()),
    () => saleState(event, serverNow),
  );
}
