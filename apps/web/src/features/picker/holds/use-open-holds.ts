import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import { useEffect } from "react";
import { trpc } from "~/trpc/client";
import type { SeatStore } from "../seat-store";

/** Brings back the holds that the person has open for this event, at load and whenever they return to the page. */
export function useOpenHolds(store: SeatStore, { event_id }: EventPage): void {
  const session = trpc.session.get.useQuery();
  const open = trpc.hold.listOpen.useQuery(
    { event_id },
    { enabled: session.data !== null && session.data !== undefined, refetchOnWindowFocus: "always" },
  );
  useEffect(() => {
    if (open.data) store.restore(open.data.items);
  }, [open.data, store]);
}

/** Takes a hold out of what was fetched, so that it does not come back from the cache. */
export function useForgetHold({ event_id }: EventPage): (hold: HoldingView) => void {
  const utils = trpc.useUtils();
  return ({ holding_id }) =>
    utils.hold.listOpen.setData({ event_id }, (open) => {
      const items = open?.items.filter((held) => held.holding_id !== holding_id) ?? [];
      return { items, next_cursor: null };
    });
}
