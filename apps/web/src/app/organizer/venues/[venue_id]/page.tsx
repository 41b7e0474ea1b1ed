import type { Metadata } from "next";
import { connection } from "next/server";
import { getOwnVenue } from "~/features/organizer/venue/get-own-venue";
import { VenueLayout } from "~/features/organizer/venue/venue-layout";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ venue_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getOwnVenue((await params).venue_id)).name };
}

export default async function VenuePage({ params }: Props) {
  await connection();
  const venue = await getOwnVenue((await params).venue_id);
  return (
    <PageFrame className="flex flex-col gap-8">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="flex min-w-0 max-w-[60ch] flex-col gap-2">
          <h1 dir="auto" className="display font-semibold text-36 sm:text-48">
            {venue.name}
          </h1>
          <p className="text-soft">
            <bdi>{venue.city}</bdi> · {venue.timezone}
          </p>
          {venue.description ? (
            <p dir="auto" className="whitespace-pre-line">
              {venue.description}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/organizer/venues/${venue.venue_id}/edit`}>Change</LinkButton>
          <LinkButton href={`/organizer/venues/${venue.venue_id}/journal`}>Journal</LinkButton>
          {venue.seat_count > 0 ? (
            <>
              <LinkButton href={`/organizer/venues/${venue.venue_id}/seats`}>Correct seats</LinkButton>
              <LinkButton href={`/organizer/events/new?venue=${venue.venue_id}`} variant="primary">
                Create event here
              </LinkButton>
            </>
          ) : null}
        </div>
      </div>
      <VenueLayout venue={venue} />
    </PageFrame>
  );
}
