import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { useEffect, useRef } from "react";
import { trpc } from "~/trpc/client";
import type { Picker } from "../picker";
import { moveToLost } from "./lost-seats";
import { addFreeSeats } from "./selection";
import { readSelection, storeSelection } from "./stored-selection";

/**
 * Keeps the selection in this tab, so that a reload or a way back finds it: what is still free is selected again, what
 * others took meanwhile is lost. `pending` seats are on their way to be held and count as selected until they are.
 */
export function useStoredSelection(
  picker: Picker,
  { event_id }: EventPage,
  { holds, pending }: { holds: readonly HoldingView[] | undefined; pending: readonly number[] },
): void {
  const restored = useRef(false);
  const { isFetchedAfterMount } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: () => null });
  const isKnown = isFetchedAfterMount && holds !== undefined;

  useEffect(() => {
    if (!isKnown || restored.current) return;
    restored.current = true;
    const own = new Set<string>(holds.flatMap(({ seats }) => seats));
    const seats = picker.indexesOf(readSelection(findStore(), event_id).filter((seat) => !own.has(seat)));
    if (seats.length === 0) return;
    picker.update((selection, rules) => addFreeSeats(selection, seats, rules));
    const taken = seats.filter((seat) => picker.stateOf(seat) === "held" || picker.stateOf(seat) === "taken");
    if (taken.length > 0) picker.update((selection, rules) => moveToLost(selection, taken, rules));
  }, [isKnown, holds, picker, event_id]);

  useEffect(() => {
    const store = () => {
      const { seats } = picker.selection.read();
      if (restored.current) storeSelection(findStore(), event_id, picker.idsOf([...new Set([...seats, ...pending])]));
    };
    store();
    return picker.selection.subscribe(store);
  }, [picker, event_id, pending]);
}

/** Null where the browser forbids storage. */
function findStore(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
