import { BookingState } from "@evently/core/booking";
import { EventId } from "@evently/core/ids";
import { optionalLine } from "@evently/core/text";
import * as z from "zod/mini";
import { page } from "./page.ts";

export const ListSoldBookings = z.strictObject({
  event_id: EventId,
  /**
   * A part of an e-mail address or of the buyer's name, a booking's id or number, or exactly one seat as it is printed:
   * row label, hyphen, seat label, with its section before it where two have it, as in "Balcony F-1".
   */
  search: z.optional(optionalLine(200)),
  state: z.optional(BookingState),
  ...page,
});

export const soldBookingErrors = ["EVENT_NOT_FOUND", "FORBIDDEN", "INVALID_CURSOR"] as const;
