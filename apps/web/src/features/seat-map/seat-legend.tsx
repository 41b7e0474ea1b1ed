"use client";

import clsx from "clsx";
import { formatCount } from "~/ui/format/format-count";
import type { PriceOf } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { SeatSwatch } from "./seat-swatch";
import { usePickerState } from "./use-picker-state";

type Props = { store: SeatStore; priceOf: PriceOf };

/** Seat types with price and what is left; choosing some dims the others, none vanish. */
export function SeatLegend({ store, priceOf }: Props) {
  const { kept, freeByType } = usePickerState(store);
  return (
    <fieldset className="min-w-0">
      <legend className="flex items-baseline gap-3 pb-2 font-medium text-14 text-soft">
        Zones
        {kept.size > 0 ? (
          <button type="button" onClick={() => store.showAllTypes()} className="text-ink underline underline-offset-4">
            Show all
          </button>
        ) : null}
      </legend>
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {store.hall.seat_types.map((name, type) => (
          <li key={name} className="shrink-0">
            <button
              type="button"
              aria-pressed={kept.has(type)}
              onClick={() => store.toggleType(type)}
              className={clsx(
                "flex min-h-11 items-center gap-2.5 rounded-control border px-3 text-left text-14 transition-[background-color,opacity]",
                kept.has(type) ? "border-ink bg-card ring-1 ring-ink" : "border-outline bg-card hover:bg-sunken",
              )}
            >
              <SeatSwatch type={type} />
              <span className="flex flex-col py-1 leading-tight">
                <span className="whitespace-nowrap font-semibold">
                  {name} <span className="figures">{priceOf(type)}</span>
                </span>
                <span className="figures text-12 text-soft">{leftOf(freeByType[type] ?? 0)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function leftOf(count: number): string {
  return count === 0 ? "Sold out" : `${formatCount(count)} left`;
}
