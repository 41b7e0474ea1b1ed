"use client";

import { X } from "lucide-react";
import { Icon } from "~/ui/icon";
import { type PriceOf, placeName, zoneName } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { SeatSwatch } from "./seat-swatch";

type Props = { store: SeatStore; seats: readonly number[]; priceOf: PriceOf; onRemove?: (seat: number) => void };

/** Seats with their type and price; with `onRemove` each can be taken off. */
export function SelectionList({ store, seats, priceOf, onRemove }: Props) {
  const { hall } = store;
  return (
    <ul className="divide-y divide-line">
      {seats.map((seat) => (
        <li key={seat} className="flex items-center gap-3 py-2.5">
          <SeatSwatch type={hall.types[seat]} accessible={hall.accessible[seat] === 1} />
          <span className="min-w-0 grow leading-tight">
            <span className="figures block font-semibold">{placeName(store, seat)}</span>
            <span className="block text-14 text-soft">{zoneName(store, seat)}</span>
          </span>
          <span className="figures">{priceOf(hall.types[seat] ?? 0)}</span>
          {onRemove ? (
            <button
              type="button"
              onClick={() => onRemove(seat)}
              className="-mr-2 grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-sunken hover:text-ink"
            >
              <Icon icon={X} size={18} />
              <span className="sr-only">Remove {placeName(store, seat)}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
