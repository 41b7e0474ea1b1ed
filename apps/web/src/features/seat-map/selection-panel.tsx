"use client";

import type { EventPage } from "@evently/core/event";
import clsx from "clsx";
import { ChevronUp } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Price } from "~/ui/format/price";
import { Icon } from "~/ui/icon";
import { HoldPanel } from "./hold-panel";
import { PickerNotices } from "./picker-notices";
import { countSeats, type PriceOf } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { SelectionList } from "./selection-list";
import { usePickerState } from "./use-picker-state";
import { usePlaceHold } from "./use-place-hold";

type Props = { store: SeatStore; event: EventPage; prices: readonly number[]; priceOf: PriceOf; open: boolean };

/** The selection with its total and what is held: a column beside the map, on a phone a bar that opens upwards. */
export function SelectionPanel({ store, event, prices, priceOf, open }: Props) {
  const { selected, placing, holds, notice } = usePickerState(store);
  const [expanded, setExpanded] = useState(false);
  const listed = placing.length > 0 ? placing : selected;
  const total = listed.reduce((sum, seat) => sum + (prices[store.hall.types[seat] ?? 0] ?? 0), 0);
  const hasSeats = listed.length > 0;
  return (
    <aside
      aria-label="Your seats"
      className="-mx-4 sticky bottom-0 z-20 flex max-h-[70dvh] flex-col gap-3 overflow-y-auto border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:rounded-t-card sm:border-x lg:top-4 lg:bottom-auto lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:rounded-card lg:border lg:bg-card lg:p-5"
    >
      <PickerNotices store={store} />
      {holds.map((hold) => (
        <HoldPanel key={hold.holding_id} store={store} event={event} hold={hold} priceOf={priceOf} />
      ))}
      {hasSeats || holds.length === 0 ? (
        <section aria-label="Your list" className="flex flex-col">
          <div className="hidden items-baseline justify-between lg:flex">
            <h3 className="display font-semibold text-22">Your seats</h3>
            {hasSeats ? <span className="figures text-14 text-soft">{countSeats(listed.length)}</span> : null}
          </div>
          {hasSeats ? null : (
            <p className="text-14 text-soft">{open ? "Pick a seat on the map." : "Seats can’t be chosen now."}</p>
          )}
          <div className={clsx(expanded ? "block" : "hidden lg:block")}>
            <SelectionList
              store={store}
              seats={listed}
              priceOf={priceOf}
              onRemove={placing.length > 0 ? undefined : (seat) => store.remove([seat])}
            />
          </div>
          {hasSeats ? (
            <SelectionFooter
              {...{ store, event, total, expanded, count: listed.length, placing: placing.length > 0 }}
              again={notice?.kind === "ended"}
              open={open}
              onExpand={() => setExpanded(!expanded)}
            />
          ) : null}
        </section>
      ) : null}
    </aside>
  );
}

type FooterProps = {
  store: SeatStore;
  event: EventPage;
  total: number;
  count: number;
  expanded: boolean;
  placing: boolean;
  again: boolean;
  open: boolean;
  onExpand: () => void;
};

function SelectionFooter({ store, event, total, count, expanded, placing, again, open, onExpand }: FooterProps) {
  const place = usePlaceHold(store, event);
  const verb = again ? "Hold again" : count === 1 ? "Hold seat" : "Hold seats";
  return (
    <div className="flex items-center gap-3 lg:flex-col lg:items-stretch lg:border-line lg:border-t lg:pt-3">
      <button
        type="button"
        aria-expanded={expanded}
        onClick={onExpand}
        className="flex min-h-11 grow items-center gap-2 text-left lg:hidden"
      >
        <Icon icon={ChevronUp} className={clsx("shrink-0 transition-transform", expanded && "rotate-180")} />
        <span className="leading-tight">
          <span className="figures block text-14 text-soft">{countSeats(count)}</span>
          <Price amount={total} currency={event.currency} className="font-semibold text-18" />
        </span>
      </button>
      <p className="hidden items-baseline justify-between lg:flex">
        <span className="text-soft">Total</span>
        <Price amount={total} currency={event.currency} className="display font-semibold text-28" />
      </p>
      <Button
        variant="primary"
        pending={placing}
        pendingLabel="Holding…"
        disabled={!open}
        onClick={() => void place()}
        className="shrink-0 lg:w-full"
      >
        {verb}
      </Button>
    </div>
  );
}
