import type { ListedEvent } from "@evently/core/event";

type Stock = Pick<ListedEvent, "seats_left" | "seat_count">;

/** Few: at most a tenth of the house, so that it is worth hurrying. */
export function describeSeatsLeft({ seats_left, seat_count }: Stock): "sold out" | "few" | "plenty" {
  if (seats_left <= 0) return "sold out";
  return seats_left * 10 <= seat_count ? "few" : "plenty";
}
