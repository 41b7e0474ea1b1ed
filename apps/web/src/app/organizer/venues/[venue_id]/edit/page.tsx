import type { Metadata } from "next";
import { connection } from "next/server";
import { ChangeSavedVenue } from "~/features/organizer/venue/change/change-venue";
import { getOwnVenue } from "~/features/organizer/venue/get-own-venue";
import { VenueHeading } from "~/features/organizer/venue/venue-heading";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ venue_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Change venue: ${(await getOwnVenue((await params).venue_id)).name}` };
}

export default async function ChangeSavedVenuePage({ params }: Props) {
  await connection();
  const venue = await getOwnVenue((await params).venue_id);
  return (
    <PageFrame className="flex flex-col gap-8">
      <VenueHeading venue={venue} title="Change venue" />
      <ChangeSavedVenue venue_id={venue.venue_id} />
    </PageFrame>
  );
}
