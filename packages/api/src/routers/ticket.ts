import { BookingLink, BookingView, ResendTicket, ShownRefund } from "@evently/core/booking";
import { cancelByLink, getByLink } from "@evently/core/booking/open-link";
import { resendTicket } from "@evently/core/booking/resend-ticket";
import { Ticket, TicketKey } from "@evently/core/ticket";
import { listTicketsByLink, readPapersByLink } from "@evently/core/ticket/list-tickets";
import * as z from "zod/mini";
import { publicProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { answerCalendar, answerPdf } from "./ticket-files.ts";

const ByLink = z.strictObject({ link: BookingLink });
const CancelByLink = z.strictObject({ link: BookingLink, refund: ShownRefund });

/** For whoever has a booking's link, signed in or not. */
export const ticketRouter = router({
  keys: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      rest: {
        method: "GET",
        path: "/tickets/keys",
        summary: "The public keys with which the codes of tickets are checked",
        cacheSeconds: 5,
        errors: [],
      },
    })
    .output(z.object({ keys: z.array(TicketKey) }))
    .query(({ ctx }) => ({ keys: [...ctx.core.ticketKeys.publicKeys] })),

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

  list: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "GET",
        path: "/tickets/{link}/tickets",
        summary: "The tickets of a booking, one a seat, for whoever has its link",
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ByLink)
    .output(listOf(Ticket))
    .query(async ({ ctx, input }) => ({ items: await listTicketsByLink(ctx.core, input), next_cursor: null })),

  pdf: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "GET",
        path: "/tickets/{link}/tickets.pdf",
        summary: "The tickets of a booking as a PDF, a page each, for whoever has its link",
        returns: z.string(),
        mediaType: "application/pdf",
        errors: ["BOOKING_NOT_FOUND", "TICKET_NOT_PAID", "EXPORT_LIMIT"],
      },
    })
    .input(ByLink)
    .query(async ({ ctx, input }) => answerPdf(ctx, await readPapersByLink(ctx.core, input))),

  calendar: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "GET",
        path: "/tickets/{link}/ticket.ics",
        summary: "A booking as a calendar file, for whoever has its link",
        returns: z.string(),
        mediaType: "text/calendar",
        errors: ["BOOKING_NOT_FOUND"],
      },
    })
    .input(ByLink)
    .query(async ({ ctx, input }) => answerCalendar(ctx, await readPapersByLink(ctx.core, input))),

  cancel: publicProcedure
    .meta({
      access: "link",
      scope: null,
      rest: {
        method: "POST",
        path: "/tickets/{link}/cancel",
        summary: "Cancels the booking of a link and refunds what its policy gives back",
        errors: [
          "BOOKING_NOT_FOUND",
          "BOOKING_ALREADY_CANCELLED",
          "BOOKING_ALREADY_PAID",
          "CANCELLATION_CLOSED",
          "REFUND_CHANGED",
          "SUSPENDED",
        ],
      },
    })
    .input(CancelByLink)
    .output(BookingView)
    .mutation(({ ctx, input }) => cancelByLink(ctx.core, input, ctx)),

  resend: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      fromOwnPages: true,
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
