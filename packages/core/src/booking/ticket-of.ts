import type { SeatId } from "../ids.ts";
import type { Booking, StoredTicket } from "./booking.ts";

/**
 * The valid ticket of a booked seat. A booking states only what differs from the first one in its buyer's name, so those of the version
 * before have their tickets without being written again, and selling writes nothing for them.
 */
export const ticketOf = ({ tickets }: Pick<Booking, "tickets">, seat_pos: SeatId): StoredTicket =>
  tickets?.[seat_pos] ?? { version: 1 };

/** With the tickets of these seats issued anew: whoever has an older one of them is refused at the door. */
export function reissue(booking: Pick<Booking, "tickets">, seats: readonly SeatId[]): Record<string, StoredTicket> {
  const next = seats.map((seat) => [
    seat,
    { ...ticketOf(booking, seat), version: ticketOf(booking, seat).version + 1 },
  ]);
  return { ...booking.tickets, ...Object.fromEntries(next) };
}
