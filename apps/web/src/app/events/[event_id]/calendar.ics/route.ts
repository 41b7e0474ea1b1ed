import { getEvent } from "~/features/event/get-event";
import { writeCalendar } from "~/features/event/write-calendar";

type Context = { params: Promise<{ event_id: string }> };

/** The event as an iCalendar file, in the hall's own zone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const event = await getEvent((await params).event_id);
  const page = new URL(`/events/${event.event_id}`, originOf(request));
  return new Response(writeCalendar(event, page.href), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${event.event_id}.ics"`,
      "cache-control": "no-store",
    },
  });
}

/** Where the visitor reached us, which behind a proxy is not where the request arrived. */
function originOf(request: Request): string {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const scheme = request.headers.get("x-forwarded-proto") ?? "http";
  return host === null ? request.url : `${scheme}://${host}`;
}
