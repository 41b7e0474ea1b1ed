import { BookingView } from "@evently/core/booking";
import {
  ConfirmHold,
  HolderList,
  HoldingView,
  PendingConfirmation,
  PlaceHold,
  ReleasedHolds,
  ReleaseHolds,
} from "@evently/core/hold";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { extendHold } from "@evently/core/hold/extend-hold";
import { getHold, listOpenHolds } from "@evently/core/hold/get-hold";
import { getPaymentClient } from "@evently/core/hold/get-payment-client";
import { placeHold } from "@evently/core/hold/place-hold";
import { releaseHold } from "@evently/core/hold/release-hold";
import { listHolders } from "@evently/core/holders/list-holders";
import { releaseHolds } from "@evently/core/holders/release-holds";
import { EventId, HoldingId } from "@evently/core/ids";
import { reserveOnInvoice } from "@evently/core/invoice/reserve-on-invoice";
import { PaymentClient } from "@evently/core/payment";
import { getUser } from "@evently/core/user/get-user";
import * as z from "zod/mini";
import { requireSignIn } from "../middleware/require-sign-in.ts";
import { actorProcedure, holderProcedure, router, sessionProcedure } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

const ById = z.strictObject({ holding_id: HoldingId });

export const holdRouter = router({
  place: actorProcedure
    .meta({
      access: "session",
      scope: null,
      rest: {
        method: "POST",
        path: "/events/{event_id}/hold",
        summary: "Holds seats for a few minutes, all or nothing",
        status: 201,
        errors: [
          "EVENT_NOT_FOUND",
          "SEAT_NOT_FOUND",
          "SALE_CLOSED",
          "SEATS_UNAVAILABLE",
          "HOLD_LIMIT_REACHED",
          "NETWORK_LIMIT",
        ],
      },
    })
    .input(PlaceHold)
    .output(HoldingView)
    .mutation(({ ctx, input }) => placeHold(ctx.core, ctx.actor, input, ctx.lease)),

  get: holderProcedure
    .meta({
      access: "holder",
      scope: null,
      rest: {
        method: "GET",
        path: "/{holding_id}",
        summary: "A hold, for whoever placed it",
        errors: ["HOLDING_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(HoldingView)
    .query(({ ctx, input }) => getHold(ctx.core, ctx.actor, input)),

  payment: holderProcedure
    .meta({
      access: "holder",
      scope: null,
      rest: {
        method: "GET",
        path: "/{holding_id}/payment",
        summary: "With what a page pays for a hold",
        errors: ["HOLDING_NOT_FOUND", "PAYMENTS_NOT_READY"],
      },
    })
    .input(ById)
    .output(PaymentClient)
    .query(({ ctx, input }) => getPaymentClient(ctx.core, ctx.actor, input)),

  /** Where the ticket of a hold goes: its holder may be the guest that the caller was before they signed in. */
  contact: holderProcedure
    .meta({ access: "holder", scope: null })
    .input(ById)
    .output(z.object({ email: z.nullable(z.string()) }))
    .query(async ({ ctx, input }) => {
      await getHold(ctx.core, ctx.actor, input);
      const { email } = await getUser(ctx.core, ctx.actor, ctx.actor);
      return { email };
    }),

  listOpen: sessionProcedure
    .meta({
      access: "session",
      scope: null,
      rest: {
        method: "GET",
        path: "/events/{event_id}/hold",
        summary: "The caller's open holds for an event, at most two",
        errors: [],
      },
    })
    .input(z.strictObject({ event_id: EventId }))
    .output(listOf(HoldingView))
    .query(async ({ ctx, input }) => {
      const guest = await ctx.findGuest();
      const former = guest ? await listOpenHolds(ctx.core, guest, input) : [];
      // Whoever was a guest and has nothing open any more is nobody.
      const actor = former.length > 0 ? await ctx.findActor() : await requireSignIn(ctx);
      const own = actor ? await listOpenHolds(ctx.core, actor, input) : [];
      return { items: [...own, ...former], next_cursor: null };
    }),

  holders: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:read",
      rest: {
        method: "GET",
        path: "/events/{event_id}/holders",
        summary: "Who holds how many seats of an event, by connection, for its organizer",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ event_id: EventId, ...page }))
    .output(HolderList)
    .query(({ ctx, input }) => listHolders(ctx.core, ctx.actor, input)),

  releaseOthers: actorProcedure
    .meta({
      access: "box_office of event",
      scope: "bookings:write",
      rest: {
        method: "POST",
        path: "/events/{event_id}/holders/release",
        summary: "Releases the seats of one hold, or of all unpaid holds of a connection",
        errors: ["EVENT_NOT_FOUND", "FORBIDDEN", "HOLDING_NOT_FOUND", "HOLD_EXPIRED", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(ReleaseHolds)
    .output(ReleasedHolds)
    .mutation(({ ctx, input }) => releaseHolds(ctx.core, ctx.actor, input)),

  extend: holderProcedure
    .meta({
      access: "holder",
      scope: null,
      rest: {
        method: "POST",
        path: "/{holding_id}/extend",
        summary: "Extends a hold, once",
        errors: ["HOLDING_NOT_FOUND", "HOLD_EXPIRED", "HOLD_NOT_EXTENDABLE", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(ById)
    .output(HoldingView)
    .mutation(({ ctx, input }) => extendHold(ctx.core, ctx.actor, input, ctx.lease)),

  release: holderProcedure
    .meta({
      access: "holder",
      scope: null,
      rest: {
        method: "POST",
        path: "/{holding_id}/cancel",
        summary: "Releases the seats",
        errors: ["HOLDING_NOT_FOUND", "HOLD_EXPIRED", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(ById)
    .output(HoldingView)
    .mutation(({ ctx, input }) => releaseHold(ctx.core, ctx.actor, input)),

  confirm: holderProcedure
    .meta({
      access: "holder",
      scope: null,
      rest: {
        method: "POST",
        path: "/{holding_id}/confirm",
        summary: "Pays for a hold, or reserves on invoice, and books its seats; repeating it gives the same booking",
        pending: 202,
        errors: [
          "HOLDING_NOT_FOUND",
          "HOLD_EXPIRED",
          "SALE_CLOSED",
          "PAYMENT_DECLINED",
          "PAYMENTS_NOT_READY",
          "INVOICE_NOT_AVAILABLE",
          "PAYMENT_IN_PROGRESS",
          "SEATS_UNAVAILABLE",
          "NETWORK_LIMIT",
        ],
      },
    })
    .input(ConfirmHold)
    .output(z.union([BookingView, PendingConfirmation]))
    .mutation(({ ctx, input: { holding_id, payment } }) =>
      payment && "method" in payment
        ? reserveOnInvoice(ctx.core, ctx.actor, { holding_id }, ctx.lease)
        : confirmHold(ctx.core, ctx.actor, { holding_id, payment }, ctx.lease),
    ),
});
