import {
  Buyer,
  BuyerSummary,
  EventAnalytics,
  EventReport,
  Interval,
  SalesPeriod,
  SeatPerformance,
  SeatSort,
  SoldBooking,
} from "@evently/core/analytics";
import { countReachable } from "@evently/core/analytics/count-reachable";
import { getEventAnalytics } from "@evently/core/analytics/get-event-analytics";
import { getSeatHeat } from "@evently/core/analytics/get-seat-heat";
import { getBuyerSummary, listBuyers } from "@evently/core/analytics/list-buyers";
import { listEventAnalytics } from "@evently/core/analytics/list-event-analytics";
import { listSales } from "@evently/core/analytics/list-sales";
import { listSeatPerformance } from "@evently/core/analytics/list-seat-performance";
import { listSoldBookings } from "@evently/core/analytics/list-sold-bookings";
import { EventId, OrganizationId } from "@evently/core/ids";
import { optionalLine } from "@evently/core/text";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page, pageBy } from "./page.ts";
import { ListSoldBookings, soldBookingErrors } from "./sold-bookings.ts";

const ById = z.strictObject({ event_id: EventId });
const ListSeats = z.strictObject({
  event_id: EventId,
  seat_type: z.optional(optionalLine(40)),
  sort: z._default(SeatSort, "natural"),
  ...page,
});
const ListSales = z.strictObject({ event_id: EventId, interval: z._default(Interval, "day"), ...page });
const ListBuyers = z.strictObject({ event_id: EventId, ...page });

const failures = ["EVENT_NOT_FOUND", "FORBIDDEN"] as const;
const listFailures = [...failures, "INVALID_CURSOR"] as const;

export const analyticsRouter = router({
  event: actorProcedure
    .meta({
      access: "viewer of event",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/analytics",
        summary: "The figures of an event, for its organizer",
        errors: failures,
      },
    })
    .input(ById)
    .output(EventReport)
    .query(({ ctx, input }) => getEventAnalytics(ctx.core, ctx.actor, input)),

  /** Whom a change of the event concerns. */
  reachable: actorProcedure
    .meta({ access: "box_office of event", scope: "bookings:read" })
    .input(ById)
    .query(({ ctx, input }) => countReachable(ctx.core, ctx.actor, input)),

  events: actorProcedure
    .meta({
      access: "viewer anywhere",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/analytics/events",
        summary: "The figures of each of the caller's events, newest first",
        errors: ["FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ organization_id: z.optional(OrganizationId), ...pageBy(20) }))
    .output(listOf(EventAnalytics))
    .query(({ ctx, input }) => listEventAnalytics(ctx.core, ctx.actor, input)),

  seats: actorProcedure
    .meta({
      access: "viewer of event",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/analytics/seats",
        summary: "Each seat's record: how often it was held, dropped and booked, and when it was first booked",
        errors: listFailures,
      },
    })
    .input(ListSeats)
    .output(listOf(SeatPerformance))
    .query(({ ctx, input }) => listSeatPerformance(ctx.core, ctx.actor, input)),

  /** No output schema: too long to validate again. */
  seatHeat: actorProcedure
    .meta({ access: "viewer of event", scope: "events:read" })
    .input(ById)
    .query(({ ctx, input }) => getSeatHeat(ctx.core, ctx.actor, input)),

  /** The former path of `booking.listSold`. */
  bookings: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/analytics/bookings",
        summary: "The same as /events/{event_id}/bookings, at its former path",
        errors: soldBookingErrors,
      },
    })
    .input(ListSoldBookings)
    .output(listOf(SoldBooking))
    .query(({ ctx, input }) => listSoldBookings(ctx.core, ctx.actor, input)),

  sales: actorProcedure
    .meta({
      access: "viewer of event",
      scope: "events:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/analytics/revenue",
        summary: "Bookings, cancellations and revenue by hour or day, in the venue's time zone",
        errors: listFailures,
      },
    })
    .input(ListSales)
    .output(listOf(SalesPeriod))
    .query(({ ctx, input }) => listSales(ctx.core, ctx.actor, input)),

  buyers: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/analytics/users",
        summary: "Who booked an event and what they like, with a summary of all buyers",
        errors: listFailures,
      },
    })
    .input(ListBuyers)
    .output(z.object({ ...listOf(Buyer).shape, ...BuyerSummary.shape }))
    .query(({ ctx, input }) => listBuyers(ctx.core, ctx.actor, input)),

  buyerSummary: actorProcedure
    .meta({ access: "viewer of event", scope: "events:read" })
    .input(ById)
    .output(BuyerSummary)
    .query(({ ctx, input }) => getBuyerSummary(ctx.core, ctx.actor, input)),
});
