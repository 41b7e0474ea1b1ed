import type { EventPage } from "@evently/core/event";
import { mostListedArtists } from "@evently/core/event/limits.rules";
import { formatWhen } from "@evently/core/format/format-span";
import type { Metadata } from "next";
import { readEnvironment } from "~/environment";
import { EventHeader } from "~/features/event/event-header";
import { EventSale } from "~/features/event/event-sale";
import { getEvent } from "~/features/event/get-event";
import { OtherDates } from "~/features/event/other-dates";
import { PlainPrices } from "~/features/event/plain-prices";
import { Programme } from "~/features/event/programme";
import { describeEvent } from "~/features/search-engines/describe-event";
import { JsonLd } from "~/features/search-engines/json-ld";
import { SellerNotice } from "~/features/seller/seller-notice";
import { getDateStyle } from "~/features/site/get-date-style";
import { siteWords } from "~/features/site/site-words";
import { api, Hydrate } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getEvent((await params).event_id);
  const artists = event.artists.slice(0, mostListedArtists).join(", ");
  const place = `${formatWhen(event, await getDateStyle())}, ${event.venue_name}, ${event.city}.`;
  const description = artists === "" ? place : `${artists}. ${place}`;
  const url = `/events/${event.event_id}`;
  return {
    title: event.name,
    description,
    alternates: { canonical: url },
    openGraph: { title: event.name, description, url, siteName: siteWords.name, type: "website" },
  };
}

export default async function EventRoute({ params }: Props) {
  const [event] = await Promise.all([getEvent((await params).event_id), api.limits.get.prefetch()]);
  return (
    <Hydrate>
      <EventData event={event} />
      <PageFrame className="flex flex-col gap-10">
        <EventHeader event={event} />
        <OtherDates event={event} />
        <PlainPrices event={event} />
        <EventSale event={event} />
        <Programme event={event} />
        <SellerNotice seller={event.seller} />
      </PageFrame>
    </Hydrate>
  );
}

/** A draft is told to nobody but its organizer. */
async function EventData({ event }: { event: EventPage }) {
  if (event.status === "draft") return null;
  const page = `${readEnvironment().publicOrigin}/events/${event.event_id}`;
  const addresses = { page, image: `${page}/opengraph-image` };
  return <JsonLd data={describeEvent(event, addresses, Date.now() / 1000)} />;
}
