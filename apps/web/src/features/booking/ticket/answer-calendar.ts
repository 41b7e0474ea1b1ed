import "server-only";
import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import { readEnvironment } from "~/environment";
import { getDateStyle } from "~/features/site/get-date-style";
import type { Ticket } from "./find-ticket";

/**
 * A booking as an iCalendar file; 404 for anyone who may not see it. Calendars are shared, so it names the page that only the
 * booking's owner can open, never the link that opens it for everybody.
 */
export async function answerCalendar(find: Promise<Ticket | null>): Promise<Response> {
  const ticket = await find.catch(() => "unreachable" as const);
  if (ticket === null) return refuse(404, "We can’t find this booking in this browser.");
  if (ticket === "unreachable") return refuse(503, "We can’t load the booking right now. Try again in a moment.");
  const { booking, event } = ticket;
  const { href } = new URL(`/bookings/${booking.booking_id}`, readEnvironment().publicOrigin);
  return new Response(writeTicketCalendar(booking, event, href, await getDateStyle()), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${booking.booking_id}.ics"`,
      "cache-control": "private, no-store",
    },
  });
}

const refuse = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
