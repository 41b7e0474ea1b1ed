import type { Metadata } from "next";
import { connection } from "next/server";
import { Accounting } from "~/features/analytics/accounting/accounting";
import { getEvent } from "~/features/event/get-event";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getEvent((await params).event_id);
  return { title: `Accounting: ${event.name}` };
}

export default async function AccountingPage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  return (
    <ForRole task="manager" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <EventHeading event={event} title="Accounting" />
        <Accounting event_id={event.event_id} />
      </PageFrame>
    </ForRole>
  );
}
