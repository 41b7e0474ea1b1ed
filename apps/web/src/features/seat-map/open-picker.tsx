"use client";

import type { EventPage } from "@evently/core/event";
import type { Layout } from "@evently/core/venue/layout";
import { List, Map as MapIcon } from "lucide-react";
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { formatMoney } from "~/ui/format/format-money";
import { announce } from "~/ui/message/announcements";
import { openHall } from "./hall";
import { MapFeed } from "./map-feed";
import { MapKey } from "./map-key";
import { ModeButton } from "./mode-button";
import { PartySize } from "./party-size";
import { SaleNotice } from "./sale-notice";
import { sayPick } from "./say-pick";
import { SeatLegend } from "./seat-legend";
import { SeatList } from "./seat-list";
import { SeatMap } from "./seat-map";
import { SeatStore } from "./seat-store";
import { SelectionPanel } from "./selection-panel";
import { useOpenHolds } from "./use-open-holds";
import { useSaleOpen } from "./use-sale-open";
import { useWantedSeats } from "./use-wanted-seats";

type Props = { event: EventPage; layout: Layout };

/** The picker once its hall is known. */
export function OpenPicker({ event, layout }: Props) {
  const store = useSeatStore(event, layout);
  const [mode, setMode] = useState<"map" | "list">("map");
  const { prices, priceOf } = usePrices(event, layout);
  useOpenHolds(store, event);
  useWantedSeats(store, event);
  const onPick = useCallback(
    (seat: number) => {
      store.toggle(seat);
      announce(sayPick(store, seat));
    },
    [store],
  );
  const withAccessible = store.hall.accessible.includes(1);
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <SaleLock store={store} event={event} />
        <div className="relative">
          <PartySize store={store} />
          <fieldset className="-top-3 absolute right-0 flex text-14">
            <legend className="sr-only">Show the seats as</legend>
            <ModeButton pressed={mode === "map"} icon={MapIcon} name="Map" onClick={() => setMode("map")} />
            <ModeButton pressed={mode === "list"} icon={List} name="List" onClick={() => setMode("list")} />
          </fieldset>
        </div>
        <SeatLegend store={store} priceOf={priceOf} />
        {mode === "map" ? (
          <div className="relative overflow-hidden rounded-card border border-line bg-card">
            <SeatMap {...{ store, prices, priceOf, onPick }} />
            <MapFeed store={store} event={event} />
          </div>
        ) : (
          <div className="relative">
            <MapFeed store={store} event={event} />
            <SeatList {...{ store, priceOf, onPick }} />
          </div>
        )}
        <MapKey withAccessible={withAccessible} />
      </div>
      <PanelWhileOpen {...{ store, event, prices, priceOf }} />
    </div>
  );
}

function useSeatStore(event: EventPage, layout: Layout): SeatStore {
  const utils = trpc.useUtils();
  const [store] = useState(() => {
    const made = new SeatStore(openHall(layout), serverClock);
    const map = utils.seat.map.getData({ event_id: event.event_id });
    if (map) made.apply(map);
    return made;
  });
  return store;
}

function usePrices(event: EventPage, layout: Layout) {
  return useMemo(() => {
    const prices = layout.seat_types.map((type) => event.seat_type_prices[type] ?? 0);
    const priceOf = (type: number) => formatMoney(prices[type] ?? 0, event.currency);
    return { prices, priceOf };
  }, [event, layout]);
}

function SaleLock({ store, event }: { store: SeatStore; event: EventPage }) {
  const open = useSaleOpen(event);
  // At once: who sees that the sale is open may press.
  useLayoutEffect(() => {
    store.locked = !open;
  }, [store, open]);
  return open ? null : <SaleNotice event={event} />;
}

function PanelWhileOpen(props: Omit<Parameters<typeof SelectionPanel>[0], "open">) {
  return <SelectionPanel {...props} open={useSaleOpen(props.event)} />;
}
