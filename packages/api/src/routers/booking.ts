import { SoldBooking } from "@evently/core/analytics";
import { listSoldBookings } from "@evently/core/analytics/list-sold-bookings";
import { BookingView, NewLink, OwnBookingView } from "@evently/core/booking";
import { nameToPath } from "@evently/core/booking/booking-link";
import { cancelBooking } from "@evently/core/booking/cancel-booking";
import { getBooking } from "@evently/core/booking/get-booking";
import { listBookings } from "@evently/core/booking/list-bookings";
import { mailBooking } from "@evently/core/booking/mail-booking";
import { replaceLink } from "@evently/core/booking/replace-link";
import { CancelBooking } from "@evently/core/box-office";
import { cancelSeats } from "@evently/core/box-office/cancel-seats";
import { isFailure } from "@evently/core/errors";
import { BookingId } from "@evently/core/ids";
import { MarkPaid } from "@evently/core/invoice";
import { markPaid } from "@evently/core/invoice/mark-paid";
import { ReissueTicket, Ticket } from "@evently/core/ticket";
import { listTickets, readPapers } from "@evently/core/ticket/list-tickets";
import { reissueTicket } from "@evently/core/ticket/reissue-ticket";
import type { Actor } from "@evently/core/user";
import * as z from "zod/mini";
import type { Context } from "../context.ts";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";
import { ListSoldBookings, soldBookingErrors } from "./sold-bookings.ts";
import { answerCalendar, answerPdf } from "./ticket-files.ts";

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
    .query(({ ctx, input }) => readAsBuyer(ctx, (actor) => getBooking(ctx.core, actor, input))),

  tickets: actorProcedure
    .meta({
      access: "buyer",
      scope: null,
      rest: {
        method: "GET",
        path: "/bookings/{booking_id}/tickets",
        summary: "The tickets of a booking, one a seat, for its buyer",
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(listOf(Ticket))
    .query(async ({ ctx, input }) => ({
      items: await readAsBuyer(ctx, (actor) => listTickets(ctx.core, actor, input)),
      next_cursor: null,
    })),

  ticketsPdf: actorProcedure
    .meta({
      access: "buyer",
      scope: null,
      rest: {
        method: "GET",
        path: "/bookings/{booking_id}/tickets.pdf",
        summary: "The tickets of a booking as a PDF, a page each, for its buyer",
        returns: z.string(),
        mediaType: "application/pdf",
        errors: ["BOOKING_NOT_FOUND", "TICKET_NOT_PAID", "EXPORT_LIMIT"],
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) =>
      answerPdf(ctx, await readAsBuyer(ctx, (actor) => readPapers(ctx.core, actor, input))),
    ),

  calendar: actorProcedure
    .meta({
      access: "buyer",
      scope: null,
      rest: {
        method: "GET",
        path: "/bookings/{booking_id}/ticket.ics",
        summary: "A booking as a calendar file, for its buyer",
        returns: z.string(),
        mediaType: "text/calendar",
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => {
      const papers = await readAsBuyer(ctx, (actor) => readPapers(ctx.core, actor, input));
      return answerCalendar(ctx, papers);
    }),

  reissueTicket: actorProcedure
    .meta({
      access: "box_office of booking",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/tickets/{seat_pos}/reissue",
        summary: "A new ticket for a seat, by the event's box office; the one before is refused at the door",
        errors: ["BOOKING_NOT_FOUND", "FORBIDDEN", "SEAT_NOT_FOUND", "BOOKING_ALREADY_CANCELLED", "BOOKING_NOT_PAID"],
      },
    })
    .input(ReissueTicket)
    .output(Ticket)
    .mutation(({ ctx, input }) => reissueTicket(ctx.core, ctx.actor, input)),

  cancel: actorProcedure
    .meta({
      access: "buyer or box_office",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/cancel",
        summary: "Cancels a booking and refunds it as its policy says, or single seats that cost nothing",
        errors: [
          "BOOKING_NOT_FOUND",
          "FORBIDDEN",
          "BOOKING_ALREADY_CANCELLED",
          "BOOKING_ALREADY_PAID",
          "BOOKING_NOT_PAID",
          "CANCELLATION_CLOSED",
          "REFUND_CHANGED",
          "TICKET_ALREADY_ADMITTED",
        ],
      },
    })
    .input(CancelBooking)
    .output(BookingView)
    .mutation(({ ctx, input: { booking_id, seats, refund } }) =>
      seats
        ? cancelSeats(ctx.core, ctx.actor, { booking_id, seats }, ctx.lease)
        : cancelBooking(ctx.core, ctx.actor, { booking_id }, ctx.lease, refund),
    ),

  markPaid: actorProcedure
    .meta({
      access: "box_office of booking",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/paid",
        summary:
          "Says that a booking's invoice was paid, by the event's box office: its tickets are valid from then on",
        errors: [
          "BOOKING_NOT_FOUND",
          "FORBIDDEN",
          "BOOKING_ALREADY_CANCELLED",
          "BOOKING_ALREADY_PAID",
          "EVENT_STATUS_CONFLICT",
        ],
      },
    })
    .input(MarkPaid)
    .output(BookingView)
    .mutation(({ ctx, input }) => markPaid(ctx.core, ctx.actor, input, ctx.lease)),

  mail: actorProcedure
    .meta({
      access: "box_office of booking",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/mail",
        summary: "Sends a booking's mail with its tickets once more, by the event's box office",
        status: 202,
        errors: ["BOOKING_NOT_FOUND", "FORBIDDEN", "NETWORK_LIMIT"],
      },
    })
    .input(ById)
    .output(z.object({}))
    .mutation(async ({ ctx, input }) => {
      await mailBooking(ctx.core, ctx.actor, input, ctx.lease);
      return {};
    }),

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

/** By the caller; else by the guest whose hold was just paid for in this browser, and who its visitor was before they signed in. */
async function readAsBuyer<T>(
  { actor, findGuest }: Pick<Context, "findGuest"> & { actor: Actor },
  read: (actor: Actor) => Promise<T>,
): Promise<T> {
  try {
    return await read(actor);
  } catch (error) {
    const guest = isFailure(error, "BOOKING_NOT_FOUND") ? await findGuest() : null;
    if (guest) return read(guest);
    throw error;
  }
}
