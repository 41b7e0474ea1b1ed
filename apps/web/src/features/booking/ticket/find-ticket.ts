import "server-only";
import type { OwnBookingView } from "@evently/core/booking";
import type { BookingId } from "@evently/core/ids";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";
import type { BookedEvent } from "../find-booked-event";
import { findBookedEvent } from "../find-booked-event";

/** With its link for whoever booked it. */
export type Ticket = { booking: OwnBookingView; event: BookedEvent };

const notFoundCodes = new Set(["BOOKING_NOT_FOUND", "SIGN_IN_REQUIRED", "INVALID_INPUT"]);

/** A booking with its event; null for anyone who may not see it. Throws where the API does not answer. */
export const findTicket = cache(async (booking_id: string): Promise<Ticket | null> => {
  try {
    const booking = await getApi().booking.get.query({ booking_id: booking_id as BookingId });
    return { booking, event: await findBookedEvent(booking.event_id) };
  } catch (error) {
    if (notFoundCodes.has(findFailure(error)?.error_code ?? "")) return null;
    throw error;
  }
});
