import "server-only";
import { cache } from "react";
import { findFailure } from "~/trpc/failure";
import { getApi } from "~/trpc/server";
import { findBookedEvent } from "../find-booked-event";
import type { Ticket } from "./find-ticket";

const notFoundCodes = new Set(["BOOKING_NOT_FOUND", "INVALID_INPUT"]);

/** The booking of a link with its event; null if it opens none. Throws where the API does not answer. */
export const findLinkedTicket = cache(async (link: string): Promise<Ticket | null> => {
  try {
    const booking = await getApi().ticket.get.query({ link });
    const [event, { items }] = await Promise.all([
      findBookedEvent(booking.event_id),
      getApi().ticket.list.query({ link }),
    ]);
    return { booking, event, seats: items };
  } catch (error) {
    if (notFoundCodes.has(findFailure(error)?.error_code ?? "")) return null;
    throw error;
  }
});
