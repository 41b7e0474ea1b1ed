"use client";

import { toCalendarDate } from "@evently/core/format/format-time";
import { useSyncExternalStore } from "react";
import { serverClock } from "~/features/clock/server-clock";

const subscribeToNothing = () => () => {};

const readToday = () =>
  toCalendarDate(new Date(serverClock.now() * 1000).toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Today's date where the visitor is; null until hydration, since a server can't know. */
export function useToday(): string | null {
  return useSyncExternalStore(subscribeToNothing, readToday, () => null);
}
