import { isReserved } from "../reservation/is-unpaid";
import type { Ticket } from "../ticket/find-ticket";
import { isVoid } from "../ticket/is-void";

/** For as long as this a ticket's page says that one is going: whoever opens it later wants the code. */
const arrivalMs = 15 * 60_000;

/** Whether its buyer comes from paying for it. `now` in epoch milliseconds. */
export function isJustBooked(ticket: Pick<Ticket, "booking" | "event">, now: number): boolean {
  const { booking, event } = ticket;
  // Whoever sees the link is the buyer.
  if (booking.link === undefined || isReserved(booking) || isVoid(ticket)) return false;
  return now < Date.parse(event.end_time) && now - Date.parse(booking.booking_date) < arrivalMs;
}
