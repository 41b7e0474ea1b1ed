import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import { EventlyError } from "@evently/core/errors";
import { TextFile } from "@evently/core/text/text-file";
import type { Papers } from "@evently/core/ticket/list-tickets";
import { writeTicketsPdf } from "@evently/tickets/write-tickets-pdf";
import type { Context } from "../context.ts";
import { BinaryFile } from "../rest/binary-file.ts";
import { answerBytes, answerFile } from "./answer-file.ts";

/** A booking's tickets as a PDF. Throws TICKET_NOT_PAID. */
export async function answerPdf(
  ctx: Pick<Context, "takesFiles">,
  { booking, event, tickets }: Papers,
): Promise<string> {
  if (booking.state === "awaiting_payment") throw new EventlyError("TICKET_NOT_PAID", {});
  const bytes = await writeTicketsPdf({ tickets, event, booked_at: booking.booking_date, seller: booking.seller });
  return answerBytes(ctx, new BinaryFile(`${booking.booking_id}.pdf`, bytes));
}

/** A booking as a calendar file. Calendars are shared: it names the page of its buyer, never the link that opens it for everybody. */
export async function answerCalendar(
  ctx: Pick<Context, "takesFiles" | "siteOrigin">,
  { booking, event }: Papers,
): Promise<string> {
  const page = ctx.siteOrigin === null ? null : `${ctx.siteOrigin}/bookings/${booking.booking_id}`;
  return answerFile(ctx, new TextFile(`${booking.booking_id}.ics`, () => [writeTicketCalendar(booking, event, page)]));
}
