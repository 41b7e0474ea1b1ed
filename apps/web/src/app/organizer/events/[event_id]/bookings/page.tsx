import type { Metadata } from "next";
import Link from "next/link";
import { getEvent } from "~/features/event/get-event";
import { SoldBookings } from "~/features/organizer/buyers/sold-bookings";
import { DateTime } from "~/ui/date-time";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Bookings, ${(await getEvent((await params).event_id)).name}` };
}

export default async function SoldBookingsPage({ params }: Props) {
  const { event_id, name, start_time, timezone, venue_name } = await getEvent((await params).event_id);
  return (
    <PageFrame className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <p className="font-medium text-14">
          <Link href={`/organizer/events/${event_id}`} className="underline underline-offset-4">
            {name}
          </Link>
        </p>
        <h1 className="display font-semibold text-36 sm:text-48">Bookings</h1>
        <p className="text-soft">
          <DateTime instant={start_time} zone={timezone} /> · {venue_name}
        </p>
      </div>
      <SoldBookings event_id={event_id} zone={timezone} />
    </PageFrame>
  );
}
