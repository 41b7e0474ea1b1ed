import type { Booking, BookingLink } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { openLink } from "../booking/open-link.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import type { BookingId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import type { Ticket } from "./ticket.ts";
import { viewTickets } from "./view-tickets.ts";

/** The tickets of a booking for its buyer: with a code goes whoever has it. Throws BOOKING_NOT_FOUND for anyone else. */
export async function listTickets(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
): Promise<Ticket[]> {
  const booking = await findBooking(core, booking_id);
  if (booking?.user_id !== actor.user_id) throw new EventlyError("BOOKING_NOT_FOUND", {});
  return read(core, booking);
}

/** The same for whoever has its link. Throws BOOKING_NOT_FOUND. */
export async function listTicketsByLink(core: Core, { link }: { link: BookingLink }): Promise<Ticket[]> {
  return read(core, (await openLink(core, link)).booking);
}

async function read(core: Core, booking: Booking): Promise<Ticket[]> {
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new Error(`${booking.event_id} is gone`);
  return viewTickets(core, booking, event);
}
