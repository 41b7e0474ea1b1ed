import type { BookingId } from "@evently/core/ids";
import type { Metadata } from "next";
import { connection } from "next/server";
import { readEnvironment } from "~/environment";
import { getEvent } from "~/features/event/get-event";
import { Receipt } from "~/features/organizer/box-office/receipt";
import { EventHeading } from "~/features/organizer/event/event-heading";
import { ForRole } from "~/features/organizer/organization/for-role";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string; booking_id: string }> };

export const metadata: Metadata = { title: "Receipt" };

export default async function ReceiptPage({ params }: Props) {
  await connection();
  const { event_id, booking_id } = await params;
  const event = await getEvent(event_id);
  return (
    <ForRole task="box_office" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <div className="print:hidden">
          <EventHeading event={event} title="Receipt" />
        </div>
        <Receipt event={event} booking_id={booking_id as BookingId} origin={readEnvironment().publicOrigin} />
      </PageFrame>
    </ForRole>
  );
}
