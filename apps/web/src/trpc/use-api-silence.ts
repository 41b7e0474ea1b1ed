import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { apiPulse } from "./api-pulse";

const { subscribe, read } = apiPulse.isSilent;

/** Whether the API has stopped answering; see `ApiPulse`. */
export const useApiSilence = (): boolean => useSyncExternalStore(subscribe, read, () => false);

/** Calls `onHeard` when the API answers again, before anything is made of that answer. */
export function useOnApiHeard(onHeard: () => void): void {
  const hear = useEffectEvent(onHeard);
  useEffect(() => subscribe(() => read() || hear()), []);
}
