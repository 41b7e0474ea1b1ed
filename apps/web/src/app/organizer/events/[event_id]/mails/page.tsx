import type { Metadata } from "next";
import { connection } from "next/server";
import { getEvent } from "~/features/event/get-event";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { EventMails } from "~/features/organizer/mails/event-mails";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Mails: ${(await getEvent((await params).event_id)).name}` };
}

export default async function EventMailsPage({ params }: Props) {
  await connection();
  const { event_id, ...event } = await getEvent((await params).event_id);
  return (
    <ForRole task="box_office" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <EventHeading event={{ event_id, ...event }} title="Mails" />
        <EventMails event_id={event_id} timezone={event.timezone} />
      </PageFrame>
    </ForRole>
  );
}
