import type { Metadata } from "next";
import { connection } from "next/server";
import { getEvent } from "~/features/event/get-event";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { HeldSeats } from "~/features/organizer/holders/held-seats";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Held seats: ${(await getEvent((await params).event_id)).name}` };
}

export default async function HeldSeatsPage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  return (
    <ForRole task="box_office" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <EventHeading event={event} title="Held seats" />
        <HeldSeats event={event} />
      </PageFrame>
    </ForRole>
  );
}
