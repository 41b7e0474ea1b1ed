import type { Core } from "../core.ts";
import { blockSoldSeat } from "../seat/box-office-seat.table.ts";
import { releaseBookedSeat } from "../seat/seat.table.ts";
import type { Line } from "../seat/seat.ts";
import type { Action } from "../table/transact.ts";
import type { Booking } from "./booking.ts";

type Giver = Pick<Booking, "event_id" | "booking_id" | "from_blocks">;

const isOfHouse = ({ from_blocks = [] }: Giver, seat: string): boolean => from_blocks.some((kept) => kept === seat);

/** What is written to seats that a booking gives back: they are free, or the house's again if it had kept them until they were sold. */
export function leaveSeats(booking: Giver, lines: readonly Line[]): Action[] {
  const { event_id, booking_id } = booking;
  return lines.map(({ seat }) => {
    const at = { event_id, seat_pos: seat, booking_id };
    return isOfHouse(booking, seat) ? blockSoldSeat(at) : releaseBookedSeat(at);
  });
}

/** The same for this process's live map, once it is written. */
export function noteLeft({ maps }: Core, booking: Giver, lines: readonly Line[]): void {
  const [kept, free] = [true, false].map((is) => lines.filter(({ seat }) => isOfHouse(booking, seat) === is));
  maps.note(booking.event_id, kept ?? [], "blocked", null);
  maps.note(booking.event_id, free ?? [], "available", null);
}
