import { EventId } from "@evently/core/event";
import { ConfirmHold, HoldingId, HoldingView, PlaceHold } from "@evently/core/hold";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { extendHold } from "@evently/core/hold/extend-hold";
import { getHold, listOpenHolds } from "@evently/core/hold/get-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { releaseHold } from "@evently/core/hold/release-hold";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";

const ById = z.strictObject({ holding_id: HoldingId });

export const holdRouter = router({
  place: actorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/events/{event_id}/hold",
        status: 201,
        errors: ["EVENT_NOT_FOUND", "SEAT_NOT_FOUND", "SALE_CLOSED", "SEATS_UNAVAILABLE", "HOLD_LIMIT_REACHED"],
      },
    })
    .input(PlaceHold)
    .mutation(({ ctx, input }) => placeHold(ctx.core, ctx.actor, input)),

  get: actorProcedure
    .meta({ rest: { method: "GET", path: "/{holding_id}", errors: ["HOLDING_NOT_FOUND"] } })
    .input(ById)
    .output(HoldingView)
    .query(({ ctx, input }) => getHold(ctx.core, ctx.actor, input)),

  listOpen: actorProcedure
    .meta({ rest: { method: "GET", path: "/events/{event_id}/hold", errors: [] } })
    .input(z.strictObject({ event_id: EventId }))
    .query(async ({ ctx, input }) => ({
      items: await listOpenHolds(ctx.core, ctx.actor, input),
      next_cursor: null,
    })),

  extend: actorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/{holding_id}/extend",
        errors: ["HOLDING_NOT_FOUND", "HOLD_EXPIRED", "HOLD_NOT_EXTENDABLE", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(ById)
    .output(HoldingView)
    .mutation(({ ctx, input }) => extendHold(ctx.core, ctx.actor, input)),

  release: actorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/{holding_id}/cancel",
        errors: ["HOLDING_NOT_FOUND", "HOLD_EXPIRED", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(ById)
    .output(HoldingView)
    .mutation(({ ctx, input }) => releaseHold(ctx.core, ctx.actor, input)),

  confirm: actorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/{holding_id}/confirm",
        pending: 202,
        errors: [
          "HOLDING_NOT_FOUND",
          "HOLD_EXPIRED",
          "SALE_CLOSED",
          "PAYMENT_DECLINED",
          "PAYMENT_IN_PROGRESS",
          "SEATS_UNAVAILABLE",
        ],
      },
    })
    .input(ConfirmHold)
    .mutation(({ ctx, input }) => confirmHold(ctx.core, ctx.actor, input)),
});
