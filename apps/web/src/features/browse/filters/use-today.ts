"use client";

import { useSyncExternalStore } from "react";
import { toCalendarDate } from "~/ui/format/format-time";

const never = () => () => {};

const readToday = () => toCalendarDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Today's date where the visitor is; null until the browser has taken over, since a server can't know. */
export function useToday(): string | null {
  return useSyncExternalStore(never, readToday, () => null);
}
