import "server-only";
import type { OwnBookingView } from "@evently/core/booking";
import type { BookingId } from "@evently/core/ids";
import type { Ticket as SeatTicket } from "@evently/core/ticket";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";
import type { BookedEvent } from "../find-booked-event";
import { findBookedEvent } from "../find-booked-event";

/** With its link for whoever booked it; its codes are for them and whoever has the link, else null. */
export type Ticket = { booking: OwnBookingView; event: BookedEvent; seats: readonly SeatTicket[] | null };

/** `FORBIDDEN` to those who work for the organizer in a role that reads no bookings. */
const notFoundCodes = new Set(["BOOKING_NOT_FOUND", "FORBIDDEN", "SIGN_IN_REQUIRED", "INVALID_INPUT"]);

/** A booking with its event; null for anyone who may not see it. Throws where the API does not answer. */
export const findTicket = cache(async (booking_id: string): Promise<Ticket | null> => {
  try {
    const booking = await getApi().booking.get.query({ booking_id: booking_id as BookingId });
    const [event, seats] = await Promise.all([findBookedEvent(booking.event_id), findSeats(booking.booking_id)]);
    return { booking, event, seats };
  } catch (error) {
    if (notFoundCodes.has(findFailure(error)?.error_code ?? "")) return null;
    throw error;
  }
});

/** An event's organizer sees its bookings, and no codes. */
async function findSeats(booking_id: BookingId): Promise<readonly SeatTicket[] | null> {
  try {
    return (await getApi().booking.tickets.query({ booking_id })).items;
  } catch (error) {
    if (findFailure(error)?.error_code === "BOOKING_NOT_FOUND") return null;
    throw error;
  }
}
