import { useSyncExternalStore } from "react";
import type { PickerState } from "./picker-state";
import type { SeatStore } from "./seat-store";

/** The store's state as React sees it; for panels, never for the seats. */
export function usePickerState(store: SeatStore): PickerState {
  const read = () => store.state;
  return useSyncExternalStore(store.subscribe, read, read);
}
