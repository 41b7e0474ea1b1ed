import type { EventPage } from "@evently/core/event";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { trpc } from "~/trpc/client";
import type { Picker } from "../picker";
import { addFreeSeats } from "./selection";

/** Selects the seats that the URL names (`?seats=A-1,A-2`), once: as soon as a map newer than the page says which are free. */
export function useSeatsFromUrl(picker: Picker, { event_id }: EventPage): void {
  const ids = useSearchParams().get("seats");
  const added = useRef<string | null>(null);
  const { isFetchedAfterMount } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: () => null });
  useEffect(() => {
    if (!ids || !isFetchedAfterMount || added.current === ids) return;
    added.current = ids;
    const seats = picker.indexesOf(ids.split(","));
    picker.update((selection, rules) => addFreeSeats(selection, seats, rules));
  }, [picker, ids, isFetchedAfterMount]);
}
