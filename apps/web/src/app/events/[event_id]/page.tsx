import { mostListedArtists } from "@evently/core/event/limits.rules";
import type { Metadata } from "next";
import { EventHeader } from "~/features/event/event-header";
import { EventSale } from "~/features/event/event-sale";
import { getEvent } from "~/features/event/get-event";
import { OtherDates } from "~/features/event/other-dates";
import { Programme } from "~/features/event/programme";
import { api, Hydrate } from "~/trpc/server";
import { formatWhen } from "~/ui/format/format-span";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getEvent((await params).event_id);
  const when = formatWhen(event);
  const description = `${event.artists.slice(0, mostListedArtists).join(", ")}. ${when}, ${event.venue_name}, ${event.city}.`;
  return { title: event.name, description, openGraph: { title: event.name, description, type: "website" } };
}

export default async function EventRoute({ params }: Props) {
  const [event] = await Promise.all([getEvent((await params).event_id), api.limits.get.prefetch()]);
  return (
    <Hydrate>
      <PageFrame className="flex flex-col gap-10">
        <EventHeader event={event} />
        <OtherDates event={event} />
        <EventSale event={event} />
        <Programme event={event} />
      </PageFrame>
    </Hydrate>
  );
}
