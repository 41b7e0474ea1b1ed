import { Event, Reason } from "@evently/core/event";
import { setEventStatus } from "@evently/core/event-change/set-event-status";
import { EventId } from "@evently/core/ids";
import * as z from "zod/mini";
import { actorProcedure } from "../trpc.ts";

const ById = z.strictObject({ event_id: EventId });
const CancelById = z.strictObject({ event_id: EventId, reason: z.optional(Reason) });

export const statusErrors = ["EVENT_NOT_FOUND", "FORBIDDEN", "EVENT_STATUS_CONFLICT"] as const;

/** What an event's status becomes by. */
export const statusProcedures = {
  publish: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/publish",
        summary: "Publishes a draft, unless its sale would already be over",
        errors: ["ORGANIZATION_NOT_APPROVED", "PAYMENTS_NOT_READY", ...statusErrors, "SALE_CLOSED"],
      },
    })
    .input(ById)
    .output(Event)
    .mutation(({ ctx, input }) => setEventStatus(ctx.core, ctx.actor, { ...input, status: "published" }, ctx.lease)),

  pause: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/pause",
        summary: "Pauses the sale",
        errors: statusErrors,
      },
    })
    .input(ById)
    .output(Event)
    .mutation(({ ctx, input }) => setEventStatus(ctx.core, ctx.actor, { ...input, status: "paused" }, ctx.lease)),

  resume: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/resume",
        summary: "Resumes a paused sale",
        errors: ["ORGANIZATION_NOT_APPROVED", "PAYMENTS_NOT_READY", ...statusErrors],
      },
    })
    .input(ById)
    .output(Event)
    .mutation(({ ctx, input }) => setEventStatus(ctx.core, ctx.actor, { ...input, status: "published" }, ctx.lease)),

  /** Responds before the refunds are made. */
  cancel: actorProcedure
    .meta({
      access: "manager of event",
      scope: "events:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/cancel",
        summary: "Cancels an event; its bookings are refunded after the answer",
        status: 202,
        errors: statusErrors,
      },
    })
    .input(CancelById)
    .output(Event)
    .mutation(({ ctx, input }) => setEventStatus(ctx.core, ctx.actor, { ...input, status: "cancelling" }, ctx.lease)),
};
