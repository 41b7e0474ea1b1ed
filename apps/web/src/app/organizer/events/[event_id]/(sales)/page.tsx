import type { Metadata } from "next";
import { connection } from "next/server";
import { EventDashboard } from "~/features/analytics/dashboard/event-dashboard";
import { getEvent } from "~/features/event/get-event";
import { api, Hydrate } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await getEvent((await params).event_id);
  return { title: `Sales of ${event.name}` };
}

export default async function EventDashboardPage({ params }: Props) {
  await connection();
  const event = await getEvent((await params).event_id);
  await Promise.all([
    api.analytics.event.prefetch({ event_id: event.event_id }),
    api.venue.layout.prefetch({ layout_id: event.layout_id }),
  ]);
  return (
    <Hydrate>
      <PageFrame>
        <EventDashboard event={event} />
      </PageFrame>
    </Hydrate>
  );
}
