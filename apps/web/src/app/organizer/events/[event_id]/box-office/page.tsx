import type { Metadata } from "next";
import { connection } from "next/server";
import { getEvent } from "~/features/event/get-event";
import { BoxOffice } from "~/features/organizer/box-office/box-office";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Box office: ${(await getEvent((await params).event_id)).name}` };
}

export default async function BoxOfficePage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  return (
    <ForRole task="box_office" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <EventHeading event={event} title="Box office" />
        <BoxOffice event={event} />
      </PageFrame>
    </ForRole>
  );
}
