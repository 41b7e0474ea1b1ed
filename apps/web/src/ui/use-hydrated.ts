import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the browser has taken over from the server's markup, which looks the same and hears nothing. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
