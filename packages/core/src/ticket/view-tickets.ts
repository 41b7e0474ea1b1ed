import { countedEntry } from "../admission/admission.rules.ts";
import { toCheckIn } from "../admission/admission.table.ts";
import { isAnyoneIn } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { SeatId } from "../ids.ts";
import { labelLines } from "../layout/layouts.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Ticket } from "./ticket.ts";

/** The tickets of a booking, a seat each, in its order; none before it is paid for. Throws UNAVAILABLE. */
export async function viewTickets(core: Core, booking: Booking, event: StoredEvent): Promise<Ticket[]> {
  if (booking.state === "awaiting_payment") return [];
  const [layout, buyerOf] = await Promise.all([core.layouts.get(event.layout_id), findBuyers(core, [booking])]);
  const { event_id, booking_id } = booking;
  const isIn = await readAdmitted(core, booking);
  const isVoid = booking.state === "cancelled" || event.status === "cancelling" || event.status === "cancelled";
  return labelLines(layout, booking.lines).map(({ seat, section, row_label, seat_label, seat_type }) => {
    const { version, holder } = ticketOf(booking, seat);
    return {
      ...{ booking_id, seat_pos: seat, section, row_label, seat_label, seat_type, version },
      code: core.ticketKeys.sign({ event_id, booking_id, seat_pos: seat, version }),
      holder: holder ?? buyerOf(booking).name,
      state: isVoid ? "cancelled" : isIn(seat) ? "used" : "valid",
    };
  });
}

/** Nothing is read before the first goes in. */
async function readAdmitted({ table }: Core, booking: Booking): Promise<(seat: SeatId) => boolean> {
  if (!isAnyoneIn(booking)) return () => false;
  const { event_id, booking_id, seats } = booking;
  const items = await readItems(
    table,
    seats.map((seat) => keys.checkIn(event_id, booking_id, seat)),
  );
  const admitted = items.map(toCheckIn).filter((checkIn) => countedEntry(checkIn) !== null);
  const admittedSeats = new Set(admitted.map(({ seat_pos }) => seat_pos));
  return (seat) => admittedSeats.has(seat);
}
