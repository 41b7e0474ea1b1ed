import { EventlyError } from "../errors.ts";
import type { SeatLabel } from "../seat/seat.ts";
import { labelKey } from "../venue/seat-keys.rules.ts";
import { maxKnownSeats, maxVenueSeats } from "../venue/venue.ts";
import { isStorable } from "./layout.table.ts";
import type { Layout } from "./layout.ts";

/** Throws LABEL_TAKEN with those of `added` that print the same as another of them or as one of `current`. */
export function refuseTakenLabels(current: readonly SeatLabel[], added: readonly SeatLabel[]): void {
  const labels = new Set(current.map(labelKey));
  const taken = added.filter((seat) => labels.size === labels.add(labelKey(seat)).size);
  if (taken.length === 0) return;
  throw new EventlyError("LABEL_TAKEN", {
    seats: taken.map(({ section, row_label, seat_label }) => ({ section, row_label, seat_label })),
  });
}

/** Throws INVALID_INPUT for more seats than a venue can have; `known` counts removed ones too. */
export function refuseTooMany(seat_count: number, known: number): void {
  if (seat_count > maxVenueSeats) refuse(`the venue would have ${seat_count} seats; it can have ${maxVenueSeats}`);
  if (known > maxKnownSeats)
    refuse(`the venue would have ${known} seats with those removed; it can have ${maxKnownSeats}: make another venue`);
}

/** Throws INVALID_INPUT if the layout does not fit an item. */
export function refuseTooLarge(layout: Layout): void {
  if (isStorable(layout)) return;
  refuse(`the drawing of the venue's ${layout.seat_count} seats would be too large: make a venue of each of its parts`);
}

function refuse(message: string): never {
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message }] });
}
