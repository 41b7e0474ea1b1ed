import { useSyncExternalStore } from "react";
import type { Picker } from "../picker";
import type { Selection } from "./selection";

/** The selection as React sees it; for panels, never for the seats. */
export function useSelection({ selection }: Picker): Selection {
  return useSyncExternalStore(selection.subscribe, selection.read, selection.read);
}
