import type { SeatId } from "../ids.ts";
import type { EventSeat, PublicSeat } from "./seat.ts";

// Apart from the schemas, so that a page which only asks does not load them.

/** The seat's name from its row and number: A, 1 -> A-1. */
export function toSeatId(row: string, seat_num: number): SeatId {
  return `${row}-${seat_num}` as SeatId;
}

/** Whether a hold placed at `now` may take this seat; the same rule stands as a condition in seat.table.ts. */
export function isFree(seat: Pick<EventSeat, "seat_state" | "hold_ttl">, now: number): boolean {
  return seat.seat_state === "available" || (seat.seat_state === "held" && (seat.hold_ttl ?? 0) < now);
}

/** What the public sees of a seat at `now`, of one that says more too. */
export function toPublicSeat(seat: PublicSeat, now: number): PublicSeat {
  const seat_state = isFree(seat, now) ? "available" : seat.seat_state;
  const { event_id, seat_pos, row, seat_num, seat_type, price } = seat;
  const hold_ttl = seat_state === "held" ? seat.hold_ttl : null;
  return { event_id, seat_pos, row, seat_num, seat_type, seat_state, price, hold_ttl };
}

const natural = new Intl.Collator("en", { numeric: true });

/** Rows as people count them: A before B, Z before AA, A-2 before A-10. */
export function compareSeats(a: { row: string; seat_num: number }, b: { row: string; seat_num: number }): number {
  return a.row.length - b.row.length || natural.compare(a.row, b.row) || a.seat_num - b.seat_num;
}
