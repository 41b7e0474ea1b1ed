import { exportAccounting } from "@evently/core/export/export-accounting";
import { exportBookings } from "@evently/core/export/export-bookings";
import { exportBuyers } from "@evently/core/export/export-buyers";
import { exportEventSeats } from "@evently/core/export/export-event-seats";
import { EventId } from "@evently/core/ids";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { answerFile } from "./answer-file.ts";

const ById = z.strictObject({ event_id: EventId });

const csv = { method: "GET", returns: z.string(), mediaType: "text/csv" } as const;
const errors = ["EVENT_NOT_FOUND", "FORBIDDEN", "EXPORT_LIMIT"] as const;

/** What an event's organizer takes away as files. */
export const exportRouter = router({
  bookings: actorProcedure
    .meta({
      access: "manager of event",
      scope: "bookings:read",
      rest: {
        ...csv,
        path: "/events/{event_id}/export/bookings.csv",
        summary: "An event's bookings as CSV, oldest first, with their buyers, seats and payments",
        errors,
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => answerFile(ctx, await exportBookings(ctx.core, ctx.actor, input))),

  seats: actorProcedure
    .meta({
      access: "manager of event",
      scope: "bookings:read",
      rest: {
        ...csv,
        path: "/events/{event_id}/export/seats.csv",
        summary: "Every seat of an event as CSV, in the hall's order, with its state, price and buyer",
        errors,
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => answerFile(ctx, await exportEventSeats(ctx.core, ctx.actor, input))),

  buyers: actorProcedure
    .meta({
      access: "manager of event",
      scope: "bookings:read",
      rest: {
        ...csv,
        path: "/events/{event_id}/export/buyers.csv",
        summary: "An event's buyers as CSV, highest spend first",
        errors,
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => answerFile(ctx, await exportBuyers(ctx.core, ctx.actor, input))),

  accounting: actorProcedure
    .meta({
      access: "manager of event",
      scope: "bookings:read",
      rest: {
        ...csv,
        path: "/events/{event_id}/export/accounting.csv",
        summary: "Each movement of an event's money as CSV, with its booking and its payment",
        errors,
      },
    })
    .input(ById)
    .query(async ({ ctx, input }) => answerFile(ctx, await exportAccounting(ctx.core, ctx.actor, input))),
});
