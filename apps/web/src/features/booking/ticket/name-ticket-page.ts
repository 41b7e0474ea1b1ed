import { isReserved } from "../reservation/is-unpaid";
import type { Ticket } from "./find-ticket";

/** The title of a booking's page, also where there is none to see. */
export const nameTicketPage = (ticket: Pick<Ticket, "booking"> | null): { title: string } => ({
  title: ticket && isReserved(ticket.booking) ? "Reservation" : "Ticket",
});
