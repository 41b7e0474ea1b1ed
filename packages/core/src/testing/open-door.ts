import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { checkInTicket, mergeScans } from "../door/check-in-tickets.ts";
import { listCheckIns } from "../door/list-check-ins.ts";
import { type BookingId, SeatId } from "../ids.ts";
import { listTickets } from "../ticket/list-tickets.ts";
import { toInstant } from "../time.ts";
import { buy } from "./known-sale.ts";
import { openCore } from "./open-core.ts";
import { newGuest, openEvent } from "./open-event.ts";

export type Door = Awaited<ReturnType<typeof openDoor>>;

type More = { at?: string; gate?: string; device?: string };

/** An event with 80 seats, its organizer at the door, and a guest who books. */
export async function openDoor() {
  const core = await openCore();
  const sale = await openEvent(core, { rows: 4, perRow: 20 });
  const guest = await newGuest(core);
  const { event_id, organizer } = sale;
  const seats = ["A", "B", "C", "D"].flatMap((row) => Array.from({ length: 20 }, (_, i) => `${row}-${i + 1}`));
  return {
    ...{ core, sale, guest, event_id, organizer },
    /** A seat that nobody has booked. */
    takeSeat: () => SeatId.parse(seats.shift()),
    /** A new booking of that many seats, with its tickets; long enough ago for scans since then. */
    async book(count = 1) {
      const { booking_id } = await buy(core, sale, guest, ...seats.splice(0, count));
      core.clock.advance(1_000);
      const tickets = await listTickets(core, guest, { booking_id });
      const [ticket] = tickets;
      if (!ticket) throw new Error("the booking has no ticket");
      return {
        booking_id,
        tickets,
        codes: tickets.map(({ code }) => code),
        code: ticket.code,
        seat_pos: ticket.seat_pos,
      };
    },
    scan: (code: string, more: More = {}, by: Core = core) => checkInTicket(by, organizer, { event_id, code, ...more }),
    merge: (scans: Record<string, unknown>[], by: Core = core) => mergeScans(by, organizer, { event_id, scans }),
    list: (more: { gate?: string; conflicts?: boolean } = {}) =>
      listCheckIns(core, organizer, { event_id, limit: 200, ...more }),
    /** How many of a booking's seats it counts as in. */
    countIn: async (booking_id: BookingId) => (await findBooking(core, booking_id))?.admitted ?? 0,
    ago: (seconds: number) => toInstant(core.clock() - seconds),
  };
}
