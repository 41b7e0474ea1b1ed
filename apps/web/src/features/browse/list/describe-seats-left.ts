import type { ListedEvent } from "@evently/core/event";

type Availability = Pick<ListedEvent, "seats_left" | "seat_count">;

/** Few: at most a tenth of the seats. */
export function describeSeatsLeft({ seats_left, seat_count }: Availability): "sold out" | "few" | "plenty" {
  if (seats_left <= 0) return "sold out";
  return seats_left * 10 <= seat_count ? "few" : "plenty";
}
