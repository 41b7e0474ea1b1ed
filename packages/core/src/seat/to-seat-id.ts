import type { SeatId } from "./seat.ts";

/** The seat's name from its row and number: A, 1 -> A-1. */
export function toSeatId(row: string, seat_num: number): SeatId {
  return `${row}-${seat_num}` as SeatId;
}
