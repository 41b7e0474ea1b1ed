import { useHydrated } from "~/ui/use-hydrated";

/** The visitor's time zone, which the server doesn't know: until hydration it is UTC, as the server wrote it. */
export function useOwnZone(): string {
  return useHydrated() ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC";
}
