import type { EventPage } from "@evently/core/event";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import type { SeatStore } from "../seat-store";

/** Takes the seats that the address names (`?seats=A-1,A-2`) into the list, once a map newer than the page says which are free. */
export function useWantedSeats(store: SeatStore, { event_id }: EventPage): void {
  const wanted = useSearchParams().get("seats");
  const { isFetchedAfterMount } = trpc.seat.map.useQuery({ event_id }, { enabled: false, select: () => null });
  useEffect(() => {
    if (wanted && isFetchedAfterMount) store.choose(wanted.split(","));
  }, [store, wanted, isFetchedAfterMount]);
}
