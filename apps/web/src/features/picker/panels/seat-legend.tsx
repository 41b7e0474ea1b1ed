"use client";

import clsx from "clsx";
import { useSyncExternalStore } from "react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { formatCount } from "~/ui/format/format-count";
import type { Picker } from "../picker";
import type { PriceOf } from "../seats/describe-seat";
import { isFiltering, toggleType } from "../selection/seat-filter";
import { showAllSeats } from "../selection/selection";
import { useSelection } from "../selection/use-selection";
import { PriceFilter } from "./price-filter";

type Props = { picker: Picker; priceOf: PriceOf; currency: string };

/** Seat types with price and what is left; choosing some dims the others, none vanish. */
export function SeatLegend({ picker, priceOf, currency }: Props) {
  const selection = useSelection(picker);
  const { keptTypes } = selection;
  const freeByType = useSyncExternalStore(picker.freeByType.subscribe, picker.freeByType.read, picker.freeByType.read);
  return (
    <fieldset className="min-w-0">
      <legend className="flex items-baseline gap-3 pb-2 font-medium text-14 text-soft">
        Zones
        {isFiltering(selection) ? (
          <button
            type="button"
            onClick={() => picker.update(showAllSeats)}
            className="text-ink underline underline-offset-4"
          >
            Show all
          </button>
        ) : null}
      </legend>
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {picker.hall.seat_types.map((name, type) => (
          <li key={name} className="shrink-0">
            <button
              type="button"
              aria-pressed={keptTypes.has(type)}
              onClick={() => picker.update((selection) => toggleType(selection, type))}
              className={clsx(
                "flex min-h-11 items-center gap-2.5 rounded-control border px-3 text-left text-14 transition-[background-color,opacity]",
                keptTypes.has(type) ? "border-ink bg-card ring-1 ring-ink" : "border-outline bg-card hover:bg-sunken",
              )}
            >
              <SeatSwatch type={type} />
              <span className="flex flex-col py-1 leading-tight">
                <span className="whitespace-nowrap font-semibold">
                  {name} <span className="figures">{priceOf(type)}</span>
                </span>
                <span className="figures text-12 text-soft">{describeLeft(freeByType[type] ?? 0)}</span>
              </span>
            </button>
          </li>
        ))}
        <li className="shrink-0">
          <PriceFilter {...{ picker, currency }} />
        </li>
      </ul>
    </fieldset>
  );
}

function describeLeft(count: number): string {
  return count === 0 ? "None left right now" : `${formatCount(count)} left`;
}
