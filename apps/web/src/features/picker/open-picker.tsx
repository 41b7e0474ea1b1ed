"use client";

import type { EventPage } from "@evently/core/event";
import type { Layout } from "@evently/core/layout";
import { List, Map as MapIcon } from "lucide-react";
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { SeatMap } from "~/features/hall/drawing/seat-map";
import { openHall } from "~/features/hall/hall";
import { trpc } from "~/trpc/client";
import { describePrice } from "~/ui/format/describe-prices";
import { announce } from "~/ui/message/announcements";
import { LoadingNote } from "~/ui/skeleton";
import { applyNewPrices } from "./holds/hold-outcomes";
import { MapKey } from "./panels/map-key";
import { ModeButton } from "./panels/mode-button";
import { NeedFilter } from "./panels/need-filter";
import { PartySize } from "./panels/party-size";
import { SeatLegend } from "./panels/seat-legend";
import { SelectionPanel } from "./panels/selection-panel";
import { Picker } from "./picker";
import { SaleNotice } from "./sale/sale-notice";
import { SoldOutNotice } from "./sale/sold-out-notice";
import { useSaleOpen } from "./sale/use-sale-open";
import { describeSeats } from "./seats/describe-seat";
import { MapFeed } from "./seats/map-feed";
import { useOwnSeats } from "./seats/use-own-seats";
import { describeSelection } from "./selection/describe-selection";
import { useSeatsFromUrl } from "./selection/use-seats-from-url";

// Most visitors never open it. Without it the map is still there.
const SeatList = lazy(() =>
  import("./panels/seat-list").then(
    ({ SeatList }) => ({ default: SeatList }),
    () => ({ default: MissingList }),
  ),
);

type Props = { event: EventPage; layout: Layout; seatLimit: number };

/** The picker once its hall and its limits are known. */
export function OpenPicker({ event, layout, seatLimit }: Props) {
  const { prices, priceOf } = usePrices(event, layout);
  const picker = usePicker({ event, layout, seatLimit, prices });
  const [mode, setMode] = useState<"map" | "list">("map");
  const words = useMemo(() => describeSeats(picker, priceOf), [picker, priceOf]);
  useOwnSeats(picker, event);
  useSeatsFromUrl(picker, event);
  const onPick = useCallback(
    (seat: number) => {
      picker.toggle(seat);
      announce(describeSelection(picker, seat));
    },
    [picker],
  );
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <SaleLock picker={picker} event={event} />
        <div className="relative">
          <PartySize picker={picker} />
          <fieldset className="-top-3 absolute right-0 flex text-14">
            <legend className="sr-only">Show the seats as</legend>
            <ModeButton pressed={mode === "map"} icon={MapIcon} name="Map" onClick={() => setMode("map")} />
            <ModeButton pressed={mode === "list"} icon={List} name="List" onClick={() => setMode("list")} />
          </fieldset>
        </div>
        <SeatLegend {...{ picker, priceOf }} currency={event.currency} />
        <NeedFilter picker={picker} />
        <div className="relative">
          <MapFeed picker={picker} event={event} />
          {/* Thousands of seats are drawn once, not with each return from the list. */}
          <div hidden={mode === "list"} className="overflow-hidden rounded-card border border-line bg-card">
            <SeatMap source={picker} {...{ prices, words, onPick }} />
          </div>
          {mode === "list" ? (
            <Suspense fallback={<LoadingNote>Loading the list</LoadingNote>}>
              <SeatList {...{ picker, priceOf, onPick }} />
            </Suspense>
          ) : null}
        </div>
        <MapKey hall={picker.hall} />
      </div>
      <PanelWhileOpen {...{ picker, event, prices, priceOf }} />
    </div>
  );
}

function MissingList() {
  return (
    <p role="alert" className="text-14 text-soft">
      The list did not load. The map works; reload the page once you are back online.
    </p>
  );
}

/** Labels, properties and prices that were changed make a new one, which goes on with what is selected. */
function usePicker({ event, layout, seatLimit, prices }: Props & { prices: readonly number[] }): Picker {
  const utils = trpc.useUtils();
  const open = (before: Picker | null) => {
    const made = new Picker({ hall: openHall(layout), seatLimit, prices, clock: serverClock });
    if (before) {
      made.continueFrom(before);
      applyNewPrices(made, made.linesOf(made.selection.read().seats), event.currency);
    }
    const map = utils.seat.map.getData({ event_id: event.event_id });
    if (map) made.apply(map);
    return made;
  };
  const [picker, setPicker] = useState(() => open(null));
  const isSame = picker.hall.layout_id === layout.layout_id && `${picker.prices}` === `${prices}`;
  if (isSame) return picker;
  const changed = open(picker);
  setPicker(changed);
  return changed;
}

function usePrices(event: EventPage, layout: Layout) {
  return useMemo(() => {
    const prices = layout.seat_types.map((type) => event.seat_type_prices[type] ?? 0);
    const priceOf = (type: number) => describePrice(prices[type] ?? 0, event.currency);
    return { prices, priceOf };
  }, [event, layout]);
}

function SaleLock({ picker, event }: { picker: Picker; event: EventPage }) {
  const open = useSaleOpen(event);
  // At once: who sees that the sale is open may press.
  useLayoutEffect(() => {
    picker.locked = !open;
  }, [picker, open]);
  return open ? <SoldOutNotice picker={picker} /> : <SaleNotice event={event} />;
}

function PanelWhileOpen(props: Omit<Parameters<typeof SelectionPanel>[0], "open">) {
  return <SelectionPanel {...props} open={useSaleOpen(props.event)} />;
}
