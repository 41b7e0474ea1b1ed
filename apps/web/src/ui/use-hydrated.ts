import { useSyncExternalStore } from "react";

const subscribeToNothing = () => () => {};

/** Whether React has hydrated the server's markup, which looks the same but ignores input. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
