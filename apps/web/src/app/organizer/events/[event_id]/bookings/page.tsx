import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { getEvent } from "~/features/event/get-event";
import { SoldBookings } from "~/features/organizer/buyers/sold-bookings";
import { ExportFiles } from "~/features/organizer/export/export-files";
import { ForRole, OnlyFor } from "~/features/organizer/organization/for-role";
import { DateSpan } from "~/ui/format/date-span";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Bookings, ${(await getEvent((await params).event_id)).name}` };
}

export default async function SoldBookingsPage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  return (
    <ForRole task="box_office" organization={event.seller?.organization_id ?? null}>
      <PageFrame className="flex flex-col gap-8">
        <div className="flex flex-col gap-2">
          <p className="font-medium text-14">
            <Link href={`/organizer/events/${event.event_id}`} className="underline underline-offset-4">
              {event.name}
            </Link>
          </p>
          <h1 className="display font-semibold text-28 sm:text-48">Bookings</h1>
          <p className="text-soft">
            <DateSpan span={event} /> · <bdi>{event.venue_name}</bdi>
          </p>
        </div>
        <SoldBookings event={event} />
        <OnlyFor task="manager" organization={event.seller?.organization_id ?? null}>
          <ExportFiles event_id={event.event_id} />
        </OnlyFor>
      </PageFrame>
    </ForRole>
  );
}
