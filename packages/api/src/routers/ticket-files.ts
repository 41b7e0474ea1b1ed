import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import { EventlyError } from "@evently/core/errors";
import { TextFile } from "@evently/core/text/text-file";
import type { Papers } from "@evently/core/ticket/list-tickets";
import type { Context } from "../context.ts";
import { BinaryFile } from "../rest/binary-file.ts";
import { answerBytes, answerFile } from "./answer-file.ts";

/** When a refused one is worth another try, in seconds: what may wait before it takes about that. */
const retryAfter = 5;

/** A booking's tickets as a PDF. Throws TICKET_NOT_PAID, and EXPORT_LIMIT while too many are to be drawn before it. */
export async function answerPdf(
  ctx: Pick<Context, "printer" | "takesFiles">,
  { booking, event, tickets }: Papers,
): Promise<string> {
  if (booking.state === "awaiting_payment") throw new EventlyError("TICKET_NOT_PAID", {});
  const { booking_id, booking_date: booked_at, seller } = booking;
  const bytes = await ctx.printer.printSoon({ tickets, event, booked_at, seller });
  if (!bytes) throw new EventlyError("EXPORT_LIMIT", { retry_after: retryAfter });
  return answerBytes(ctx, new BinaryFile(`${booking_id}.pdf`, bytes));
}

/** A booking as a calendar file. Calendars are shared: it names the page of its buyer, never the link that opens it for everybody. */
export async function answerCalendar(
  ctx: Pick<Context, "takesFiles" | "siteOrigin">,
  { booking, event }: Papers,
): Promise<string> {
  const page = ctx.siteOrigin === null ? null : `${ctx.siteOrigin}/bookings/${booking.booking_id}`;
  return answerFile(ctx, new TextFile(`${booking.booking_id}.ics`, () => [writeTicketCalendar(booking, event, page)]));
}
