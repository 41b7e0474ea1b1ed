import type { BookingLink, BookingView } from "../booking/booking.ts";
import { getBookedBy } from "../booking/get-booking.ts";
import { type Opened, openLink } from "../booking/open-link.ts";
import { viewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import type { EventPage } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import type { BookingId } from "../ids.ts";
import type { Actor } from "../user/user.ts";
import type { Ticket } from "./ticket.ts";
import { viewTickets } from "./view-tickets.ts";

type ById = { booking_id: BookingId };
type ByLink = { link: BookingLink };

/** The tickets of a booking for its buyer: with a code goes whoever has it. Throws BOOKING_NOT_FOUND for anyone else. */
export async function listTickets(core: Core, actor: Actor, wanted: ById): Promise<Ticket[]> {
  return read(core, await openOwn(core, actor, wanted));
}

/** The same for whoever has its link. Throws BOOKING_NOT_FOUND. */
export async function listTicketsByLink(core: Core, { link }: ByLink): Promise<Ticket[]> {
  return read(core, await openLink(core, link));
}

/** What is printed of a booking, and put into a calendar. */
export type Papers = { booking: BookingView; event: EventPage; tickets: Ticket[] };

/** For its buyer. Throws BOOKING_NOT_FOUND. */
export async function readPapers(core: Core, actor: Actor, wanted: ById): Promise<Papers> {
  return describe(core, await openOwn(core, actor, wanted));
}

/** For whoever has its link. Throws BOOKING_NOT_FOUND. */
export async function readPapersByLink(core: Core, { link }: ByLink): Promise<Papers> {
  return describe(core, await openLink(core, link));
}

async function openOwn(core: Core, actor: Actor, { booking_id }: ById): Promise<Opened> {
  return { booking: await getBookedBy(core, actor, booking_id), holder: actor };
}

async function read(core: Core, { booking }: Opened): Promise<Ticket[]> {
  const event = await findEvent(core.table, booking.event_id);
  if (!event) throw new Error(`${booking.event_id} is gone`);
  return viewTickets(core, booking, event);
}

async function describe(core: Core, opened: Opened): Promise<Papers> {
  const { booking, holder } = opened;
  const [tickets, view, event] = await Promise.all([
    read(core, opened),
    viewBooking(core, holder, booking),
    getEvent(core, holder, booking),
  ]);
  return { booking: view, event, tickets };
}
