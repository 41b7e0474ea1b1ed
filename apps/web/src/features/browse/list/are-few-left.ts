import type { ListedEvent } from "@evently/core/event";

/** Whether at most a tenth of the seats is left to sell. */
export function areFewLeft({ seats_left, seat_count }: Pick<ListedEvent, "seats_left" | "seat_count">): boolean {
  return seats_left * 10 <= seat_count;
}
