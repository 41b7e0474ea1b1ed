import type { DoorSheet, SheetTicket } from "@evently/core/door";
import type { BookingId, SeatId } from "@evently/core/ids";

export type Place = { booking_id: BookingId; seat_pos: SeatId };

/** The door's list as a device asks it. */
export type Sheet = {
  event: DoorSheet["event"];
  tickets: readonly SheetTicket[];
  /** Of a booking, by seat. */
  ofBooking: ReadonlyMap<BookingId, ReadonlyMap<SeatId, SheetTicket>>;
  bySeat: ReadonlyMap<SeatId, SheetTicket>;
  cancelled: ReadonlySet<BookingId>;
};

export function indexSheet({ event, tickets, cancelled }: DoorSheet): Sheet {
  const ofBooking = new Map<BookingId, Map<SeatId, SheetTicket>>();
  for (const ticket of tickets) {
    const seats = ofBooking.get(ticket.booking_id) ?? new Map<SeatId, SheetTicket>();
    ofBooking.set(ticket.booking_id, seats.set(ticket.seat_pos, ticket));
  }
  const bySeat = new Map(tickets.map((ticket) => [ticket.seat_pos, ticket]));
  return { event, tickets, ofBooking, bySeat, cancelled: new Set(cancelled) };
}
