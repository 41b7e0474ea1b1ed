import type { SeatId } from "../ids.ts";
import type { EventSeat, PublicSeat } from "./seat.ts";

// Separate from the schemas, so that pages that only need these rules don't load them.

/** Whether a text can be the row's part of a key as it is. */
export const isRowCode = (text: string): boolean => /^[A-Z][A-Z0-9]{0,7}$/.test(text);

/** The seat's id from its row and number: A, 1 -> A-1. */
export function toSeatId(row: string, seat_num: number): SeatId {
  return `${row}-${seat_num}` as SeatId;
}

/** Whether a hold placed at `now` may take this seat; seat.table.ts states the same rule as a condition. */
export function isFree(seat: Pick<EventSeat, "seat_state" | "hold_ttl">, now: number): boolean {
  return seat.seat_state === "available" || (seat.seat_state === "held" && (seat.hold_ttl ?? 0) < now);
}

/** A seat's state as everyone sees it at `now`: an expired hold is available. */
export function visibleState(
  { seat_state, hold_ttl }: Pick<EventSeat, "seat_state" | "hold_ttl">,
  now: number,
): Pick<PublicSeat, "seat_state" | "hold_ttl"> {
  if (isFree({ seat_state, hold_ttl }, now)) return { seat_state: "available", hold_ttl: null };
  return { seat_state, hold_ttl: seat_state === "held" ? hold_ttl : null };
}

const natural = new Intl.Collator("en", { numeric: true });

/** Natural order of texts: 2 before 10. Only identical texts are equal. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : natural.compare(a, b) || (a < b ? -1 : 1);
}

/** Natural order of row codes: A before B, Z before AA. */
export const compareCodes = (a: string, b: string): number => a.length - b.length || compareText(a, b);

/** Natural order of keys: rows by code, A-2 before A-10. */
export function compareSeats(a: { row: string; seat_num: number }, b: { row: string; seat_num: number }): number {
  return compareCodes(a.row, b.row) || a.seat_num - b.seat_num;
}
