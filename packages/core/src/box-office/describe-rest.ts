import type { Booking } from "../booking/booking.ts";
import { reissue } from "../booking/ticket-of.ts";

/** What of a booking is left with fewer seats: tickets of the others are valid no more. */
export function describeRest(booking: Booking, lines: Booking["lines"]) {
  const seats = lines.map(({ seat }) => seat);
  const since = Object.entries(booking.since ?? {}).filter(([seat]) => seats.some((kept) => kept === seat));
  const gone = booking.seats.filter((seat) => !seats.includes(seat));
  const tickets = reissue(booking, gone);
  const from_blocks = booking.from_blocks?.filter((kept) => seats.some((seat) => seat === kept)) ?? [];
  const changes = (booking.changes ?? 0) + 1;
  return { lines, seats, since: Object.fromEntries(since), from_blocks, tickets, changes };
}
