import { readEnvironment } from "~/environment";
import { getEvent } from "~/features/event/get-event";
import { writeCalendar } from "~/features/event/write-calendar";
import { getDateStyle } from "~/features/site/get-date-style";

type Context = { params: Promise<{ event_id: string }> };

/** The event as an iCalendar file. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const event = await getEvent((await params).event_id);
  const page = new URL(`/events/${event.event_id}`, readEnvironment().publicOrigin);
  return new Response(writeCalendar(event, page.href, await getDateStyle()), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${event.event_id}.ics"`,
      "cache-control": "no-store",
    },
  });
}
