import type { Metadata } from "next";
import { connection } from "next/server";
import { getEvent } from "~/features/event/get-event";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { EventJournal } from "~/features/organizer/journal/event-journal";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getEvent((await params).event_id);
  return { title: `Journal: ${event.name}` };
}

export default async function EventJournalPage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  return (
    <ForRole task="manager" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <EventHeading event={event} title="Journal" />
        <EventJournal event_id={event.event_id} />
      </PageFrame>
    </ForRole>
  );
}
