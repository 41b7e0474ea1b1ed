"use client";

import { X } from "lucide-react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { nameInHall } from "~/features/hall/name-in-hall";
import { featuresInHall } from "~/features/hall/seat-features";
import { Icon } from "~/ui/icon";
import type { Picker } from "../picker";
import type { PriceOf } from "../seats/describe-seat";

type Props = { picker: Picker; seats: readonly number[]; priceOf: PriceOf; onRemove?: (seat: number) => void };

/** Seats with their type and price; with `onRemove` each can be taken off. */
export function SelectionList({ picker, seats, priceOf, onRemove }: Props) {
  const { hall } = picker;
  return (
    <ul className="divide-y divide-line">
      {seats.map((seat) => (
        <li key={seat} className="flex items-center gap-3 py-2.5">
          <SeatSwatch
            type={hall.types[seat]}
            accessible={hall.accessible[seat] === 1}
            restricted={hall.properties[seat]?.includes("restricted_view")}
          />
          <span className="min-w-0 grow leading-tight">
            <span className="figures block font-semibold">{nameInHall(picker, seat)}</span>
            <span className="block text-14 text-soft">
              {[hall.seat_types[hall.types[seat] ?? 0], ...featuresInHall(picker, seat)].join(" · ")}
            </span>
          </span>
          <span className="figures shrink-0">{priceOf(hall.types[seat] ?? 0)}</span>
          {onRemove ? (
            <button
              type="button"
              onClick={() => onRemove(seat)}
              className="-mr-2 grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-sunken hover:text-ink"
            >
              <Icon icon={X} size={18} />
              <span className="sr-only">Remove {nameInHall(picker, seat)}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
