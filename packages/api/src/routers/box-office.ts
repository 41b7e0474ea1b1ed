import { BookingView, OwnBookingView } from "@evently/core/booking";
import {
  Blocked,
  BlockedSeat,
  BlockSeats,
  CounterSale,
  FindBookings,
  MoveSeats,
  ReleaseBlocks,
  ServedBooking,
} from "@evently/core/box-office";
import { blockSeats } from "@evently/core/box-office/block-seats";
import { findBookings } from "@evently/core/box-office/find-bookings";
import { getReceipt } from "@evently/core/box-office/get-receipt";
import { listBlocks } from "@evently/core/box-office/list-blocks";
import { moveSeats } from "@evently/core/box-office/move-seats";
import { releaseBlocks } from "@evently/core/box-office/release-blocks";
import { sellAtCounter } from "@evently/core/box-office/sell-at-counter";
import { BookingId, EventId } from "@evently/core/ids";
import { RefundBooking } from "@evently/core/refund";
import { refundBooking } from "@evently/core/refund/refund-booking";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

export const boxOfficeRouter = router({
  blocks: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/blocks",
        summary: "The blocked seats of an event, and why",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ event_id: EventId, ...page }))
    .output(listOf(BlockedSeat))
    .query(({ ctx, input }) => listBlocks(ctx.core, ctx.actor, input)),

  block: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/blocks",
        summary: "Keeps free seats for the house until they are released",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "EVENT_STATUS_CONFLICT", "SEAT_NOT_FOUND", "SEATS_UNAVAILABLE"],
      },
    })
    .input(BlockSeats)
    .output(Blocked)
    .mutation(({ ctx, input }) => blockSeats(ctx.core, ctx.actor, input, ctx.lease)),

  release: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:write",
      rest: {
        method: "DELETE",
        path: "/events/{event_id}/blocks",
        summary: "Gives blocked seats back to the sale",
        inBody: true,
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "SEAT_NOT_FOUND", "SEATS_UNAVAILABLE"],
      },
    })
    .input(ReleaseBlocks)
    .output(Blocked)
    .mutation(({ ctx, input }) => releaseBlocks(ctx.core, ctx.actor, input, ctx.lease)),

  sell: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/counter-sales",
        summary: "Sells free or blocked seats at the counter, for cash or as comps",
        status: 201,
        errors: [
          "EVENT_NOT_FOUND",
          "FORBIDDEN",
          "EVENT_STATUS_CONFLICT",
          "SALE_CLOSED",
          "SEAT_NOT_FOUND",
          "PRICE_DIFFERS",
          "SEATS_UNAVAILABLE",
        ],
      },
    })
    .input(CounterSale)
    .output(BookingView)
    .mutation(({ ctx, input }) => sellAtCounter(ctx.core, ctx.actor, input, ctx.lease)),

  move: actorProcedure
    .meta({
      access: "box_office of booking",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/move",
        summary: "Moves seats of a booking to free ones of the same price",
        errors: [
          "BOOKING_NOT_FOUND",
          "FORBIDDEN",
          "BOOKING_ALREADY_CANCELLED",
          "BOOKING_NOT_PAID",
          "EVENT_STATUS_CONFLICT",
          "SEAT_NOT_FOUND",
          "PRICE_DIFFERS",
          "SEATS_UNAVAILABLE",
          "TICKET_ALREADY_ADMITTED",
        ],
      },
    })
    .input(MoveSeats)
    .output(BookingView)
    .mutation(({ ctx, input }) => moveSeats(ctx.core, ctx.actor, input, ctx.lease)),

  refund: actorProcedure
    .meta({
      access: "box_office of booking",
      scope: "bookings:write",
      namesPeople: true,
      rest: {
        method: "POST",
        path: "/bookings/{booking_id}/refunds",
        summary: "Gives back a part of what was paid, by seats or by an amount",
        errors: [
          "BOOKING_NOT_FOUND",
          "FORBIDDEN",
          "BOOKING_ALREADY_CANCELLED",
          "NOTHING_PAID",
          "REFUND_EXCEEDS_PAID",
          "SEATS_REFUNDED",
          "REFUND_LIMIT",
          "TICKET_ALREADY_ADMITTED",
        ],
      },
    })
    .input(RefundBooking)
    .output(BookingView)
    .mutation(({ ctx, input }) => refundBooking(ctx.core, ctx.actor, input, ctx.lease)),

  /** For the site: whose the seats are that somebody points at. */
  bookings: actorProcedure
    .meta({ access: "box_office of event", scope: "bookings:read" })
    .input(FindBookings)
    .output(z.object({ items: z.array(ServedBooking) }))
    .query(({ ctx, input }) => findBookings(ctx.core, ctx.actor, input)),

  /** For the site, which prints it: with the link that whoever bought it has no other way to. */
  receipt: actorProcedure
    .meta({ access: "box_office of booking", scope: null })
    .input(z.strictObject({ booking_id: BookingId }))
    .output(OwnBookingView)
    .query(({ ctx, input }) => getReceipt(ctx.core, ctx.actor, input)),
});
