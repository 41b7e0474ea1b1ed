import { writeTickets } from "../booking/booking.table.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { reissue, ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { putJournal } from "../journal/journal.table.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { ReissueTicket, Ticket } from "./ticket.ts";
import { viewTickets } from "./view-tickets.ts";

/** How often somebody else changes the booking's tickets at the same time. */
const maxAttempts = 5;

/**
 * A new ticket for a seat, by the event's box office: the one before is refused at the door from then on, whoever has it. Throws
 * BOOKING_NOT_FOUND, FORBIDDEN for its buyer and for other members, SEAT_NOT_FOUND, BOOKING_ALREADY_CANCELLED.
 */
export async function reissueTicket(
  core: Core,
  actor: Actor,
  { booking_id, seat_pos }: ReissueTicket,
): Promise<Ticket> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const { booking, event } = await getServedBooking(core, actor, booking_id);
    if (!booking.seats.includes(seat_pos)) throw new EventlyError("SEAT_NOT_FOUND", { seats: [seat_pos] });
    if (booking.state === "cancelled") throw new EventlyError("BOOKING_ALREADY_CANCELLED", {});
    if (booking.state === "awaiting_payment") throw new EventlyError("BOOKING_NOT_PAID", {});
    const tickets = reissue(booking, [seat_pos]);
    const view = (await viewTickets(core, { ...booking, tickets }, event)).find(
      (ticket) => ticket.seat_pos === seat_pos,
    );
    if (!view) throw new Error(`${seat_pos} has no ticket`);
    const changes = {
      [`${booking_id} ${seat_pos}`]: { before: ticketOf(booking, seat_pos).version, after: view.version },
    };
    const entry = { subject: booking.event_id, at: core.clock(), actor, action: "ticket.reissued" } as const;
    const actions = [writeTickets(booking, tickets), putJournal({ ...entry, changes })];
    const { done } = await transactFor(core.table, accountsOf(actor), actions);
    if (done) return view;
  }
  throw new EventlyError("UNAVAILABLE", {});
}
