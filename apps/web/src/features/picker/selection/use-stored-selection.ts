import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { useEffect, useRef } from "react";
import { trpc } from "~/trpc/client";
import { applyNewPrices } from "../holds/hold-outcomes";
import type { Picker } from "../picker";
import { moveToLost } from "./lost-seats";
import { addFreeSeats } from "./selection";
import { type ChosenSeat, readSelection, storeSelection } from "./stored-selection";

/** A map as old as this still shows which seats are free. */
const freshMs = 5_000;

type Holds = {
  /** Undefined while they are not known. */
  holds: readonly HoldingView[] | undefined;
  /** Seats on their way to be held, which count as selected until they are. */
  pending: readonly number[];
};

/**
 * Keeps the selection in this tab, so that a reload or a way back finds it: what is still free is selected again, what
 * others took meanwhile is lost, and what costs something else now is said.
 */
export function useStoredSelection(picker: Picker, { event_id, currency }: EventPage, { holds, pending }: Holds): void {
  const restoring = useRef<readonly ChosenSeat[] | null>(null);
  const isRestored = useRef(false);
  const { isFetchedAfterMount, dataUpdatedAt } = trpc.seat.map.useQuery(
    { event_id },
    { enabled: false, select: () => null, notifyOnChangeProps: ["isFetchedAfterMount"] },
  );

  useEffect(() => {
    restoring.current ??= readSelection(findStore(), event_id);
    const isFresh = isFetchedAfterMount || Date.now() - dataUpdatedAt < freshMs;
    if (isRestored.current || !isFresh || holds === undefined) return;
    isRestored.current = true;
    const own = new Set<string>(holds.flatMap(({ seats }) => seats));
    restore(
      picker,
      restoring.current.filter(([seat]) => !own.has(seat)),
      currency,
    );
  }, [isFetchedAfterMount, dataUpdatedAt, holds, picker, event_id, currency]);

  useEffect(() => {
    const store = () => {
      const { seats } = picker.selection.read();
      const awaited = isRestored.current ? [] : (restoring.current ?? []);
      const chosen = picker.idsOf([...seats, ...pending]).map((id) => [id, picker.chosenAt(id) ?? null] as const);
      storeSelection(findStore(), event_id, [...new Map([...awaited, ...chosen])]);
    };
    store();
    return picker.selection.subscribe(store);
  }, [picker, event_id, pending]);
}

function restore(picker: Picker, chosen: readonly ChosenSeat[], currency: string): void {
  const seats = picker.indexesOf(chosen.map(([seat]) => seat));
  if (seats.length === 0) return;
  picker.update((selection, rules) => addFreeSeats(selection, seats, rules));
  const taken = seats.filter((seat) => ["held", "taken"].includes(picker.stateOf(seat)));
  if (taken.length > 0) picker.update((selection, rules) => moveToLost(selection, taken, rules));
  picker.noteChosen(chosen.flatMap(([seat, price]) => (price === null ? [] : [{ seat, price }])));
  applyNewPrices(picker, picker.linesOf(picker.selection.read().seats), currency);
}

/** Null where the browser forbids storage. */
function findStore(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
