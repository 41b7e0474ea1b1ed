import { SoldBooking } from "@evently/core/analytics";
import { listSoldBookings } from "@evently/core/analytics/list-sold-bookings";
import { BookingView, NewLink, OwnBookingView } from "@evently/core/booking";
import { nameToPath } from "@evently/core/booking/booking-link";
import { cancelBooking } from "@evently/core/booking/cancel-booking";
import { getBooking } from "@evently/core/booking/get-booking";
import { listBookings } from "@evently/core/booking/list-bookings";
import { replaceLink } from "@evently/core/booking/replace-link";
import { CancelBooking } from "@evently/core/box-office";
import { cancelSeats } from "@evently/core/box-office/cancel-seats";
import { isFailure } from "@evently/core/errors";
import { BookingId } from "@evently/core/ids";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";
import { ListSoldBookings, soldBookingErrors } from "./sold-bookings.ts";

const ById = z.strictObject({ booking_id: BookingId });

export const bookingRouter = router({
  get: actorProcedure
    .meta({
      access: "buyer or box_office",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/bookings/{booking_id}",
        summary: "A booking, for its buyer or the event's organizer",
        errors: ["BOOKING_NOT_FOUND", "SUSPENDED"],
      },
    })
    .input(ById)
    .output(OwnBookingView)
    .query(async ({ ctx, input }) => {
      try {
        return await getBooking(ctx.core, ctx.actor, input);
      } catch (error) {
        // What was just paid for in this browser, with a hold of the guest that its visitor was before they signed in.
        const guest = isFailure(error, "BOOKING_NOT_FOUND") ? await ctx.findGuest() : null;
        if (guest) return getBooking(ctx.core, guest, input);
        throw error;
      }
    }),

  cancel: actorProcedure
    .meta({
      access: "buyer or box_office",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/cancel",
        summary: "Cancels a booking and refunds it in full, or single seats that cost nothing",
        errors: ["BOOKING_NOT_FOUND", "FORBIDDEN", "BOOKING_ALREADY_CANCELLED", "CANCELLATION_CLOSED"],
      },
    })
    .input(CancelBooking)
    .output(BookingView)
    .mutation(({ ctx, input: { booking_id, seats } }) =>
      seats
        ? cancelSeats(ctx.core, ctx.actor, { booking_id, seats }, ctx.lease)
        : cancelBooking(ctx.core, ctx.actor, { booking_id }, ctx.lease),
    ),

  replaceLink: actorProcedure
    .meta({
      access: "buyer or box_office",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/link",
        summary: "A new link to a booking, for its buyer or the event's organizer; the former one is dead",
        status: 201,
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(NewLink)
    .mutation(async ({ ctx, input }) => {
      const link = await replaceLink(ctx.core, ctx.actor, input);
      return { link, url: ctx.siteOrigin === null ? null : ctx.siteOrigin + nameToPath(link) };
    }),

  listSold: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/bookings",
        summary: "An event's bookings and their buyers, newest first, all or those that a search finds",
        errors: soldBookingErrors,
      },
    })
    .input(ListSoldBookings)
    .output(listOf(SoldBooking))
    .query(({ ctx, input }) => listSoldBookings(ctx.core, ctx.actor, input)),

  /** The caller's own, newest first. */
  list: actorProcedure
    .meta({ access: "session", scope: null })
    .input(z.strictObject(page))
    .output(listOf(OwnBookingView))
    .query(({ ctx, input }) => listBookings(ctx.core, ctx.actor, { ...input, user_id: ctx.actor.user_id })),
});
