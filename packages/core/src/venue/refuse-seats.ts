import { EventlyError } from "../errors.ts";
import type { SeatLabel } from "../seat/seat.ts";
import { isStorable } from "./layout.table.ts";
import type { Layout } from "./layout.ts";
import { labelKey } from "./seat-keys.rules.ts";

/** Throws LABEL_TAKEN with those of `added` that print the same as another of them or as one of `current`. */
export function refuseTakenLabels(current: readonly SeatLabel[], added: readonly SeatLabel[]): void {
  const labels = new Set(current.map(labelKey));
  const taken = added.filter((seat) => labels.size === labels.add(labelKey(seat)).size);
  if (taken.length === 0) return;
  throw new EventlyError("LABEL_TAKEN", {
    seats: taken.map(({ section, row_label, seat_label }) => ({ section, row_label, seat_label })),
  });
}

/** Throws INVALID_INPUT if the layout does not fit an item. */
export function refuseTooLarge(layout: Layout): void {
  if (isStorable(layout)) return;
  const message = `the drawing of the venue's ${layout.seat_count} seats would be too large: make a venue of each of its parts`;
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message }] });
}
