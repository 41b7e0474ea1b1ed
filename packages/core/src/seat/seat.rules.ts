import type { SeatId } from "../ids.ts";
import type { EventSeat, PublicSeat } from "./seat.ts";

// Separate from the schemas, so that pages that only need these rules don't load them.

/** The seat's id from its row and number: A, 1 -> A-1. */
export function toSeatId(row: string, seat_num: number): SeatId {
  return `${row}-${seat_num}` as SeatId;
}

/** Whether a hold placed at `now` may take this seat; seat.table.ts states the same rule as a condition. */
export function isFree(seat: Pick<EventSeat, "seat_state" | "hold_ttl">, now: number): boolean {
  return seat.seat_state === "available" || (seat.seat_state === "held" && (seat.hold_ttl ?? 0) < now);
}

/** The public view of a seat at `now`. */
export function toPublicSeat(seat: PublicSeat, now: number): PublicSeat {
  const seat_state = isFree(seat, now) ? "available" : seat.seat_state;
  const { event_id, seat_pos, row, seat_num, seat_type, price } = seat;
  const hold_ttl = seat_state === "held" ? seat.hold_ttl : null;
  return { event_id, seat_pos, row, seat_num, seat_type, seat_state, price, hold_ttl };
}

const natural = new Intl.Collator("en", { numeric: true });

/** Natural order of rows: A before B, Z before AA, A-2 before A-10. */
export function compareSeats(a: { row: string; seat_num: number }, b: { row: string; seat_num: number }): number {
  return a.row.length - b.row.length || natural.compare(a.row, b.row) || a.seat_num - b.seat_num;
}
