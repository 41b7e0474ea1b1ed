import { findTicket } from "~/features/booking/ticket/find-ticket";
import { writeTicketCalendar } from "~/features/booking/ticket/write-ticket-calendar";

type Context = { params: Promise<{ booking_id: string }> };

/** The booking as an iCalendar file, for whoever may see the booking; for anyone else there is none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const ticket = await findTicket((await params).booking_id).catch(() => "unreachable" as const);
  if (ticket === null) return refuse(404, "There is no such booking for you.");
  if (ticket === "unreachable") return refuse(503, "We could not read the booking just now. Try again in a moment.");
  const { booking, event, places } = ticket;
  const page = new URL(`/bookings/${booking.booking_id}`, originOf(request));
  return new Response(writeTicketCalendar(booking, event, places, page.href), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${booking.booking_id}.ics"`,
      "cache-control": "private, no-store",
    },
  });
}

/** Where the visitor reached us, which behind a proxy is not where the request arrived. */
function originOf(request: Request): string {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const scheme = request.headers.get("x-forwarded-proto") ?? "http";
  return host === null ? request.url : `${scheme}://${host}`;
}

const refuse = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
