import { BookingLink, BookingView, ResendTicket } from "@evently/core/booking";
import { cancelByLink, getByLink } from "@evently/core/booking/open-link";
import { resendTicket } from "@evently/core/booking/resend-ticket";
import * as z from "zod/mini";
import { publicProcedure, router } from "../trpc.ts";

const ByLink = z.strictObject({ link: BookingLink });

/** For whoever has a booking's link, signed in or not. */
export const ticketRouter = router({
  get: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "GET",
        path: "/tickets/{link}",
        summary: "A booking, for whoever has its link",
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ByLink)
    .output(BookingView)
    .query(({ ctx, input }) => getByLink(ctx.core, input)),

  cancel: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "POST",
        path: "/tickets/{link}/cancel",
        summary: "Cancels the booking of a link and refunds it in full",
        errors: ["BOOKING_NOT_FOUND", "BOOKING_ALREADY_CANCELLED", "CANCELLATION_CLOSED", "SUSPENDED"],
      },
    })
    .input(ByLink)
    .output(BookingView)
    .mutation(({ ctx, input }) => cancelByLink(ctx.core, input, ctx)),

  resend: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "POST",
        path: "/tickets/resend",
        summary: "Sends a booking's mail once more to the address that it has",
        status: 202,
        errors: ["NETWORK_LIMIT"],
      },
    })
    .input(ResendTicket)
    .output(z.object({}))
    .mutation(({ ctx, input }) => {
      resendTicket(ctx.core, input, ctx.network);
      return {};
    }),
});
