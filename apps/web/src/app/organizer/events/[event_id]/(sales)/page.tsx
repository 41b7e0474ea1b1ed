import type { EventPage } from "@evently/core/event";
import { includes } from "@evently/core/organization/may";
import type { Metadata } from "next";
import { connection } from "next/server";
import { EventDashboard } from "~/features/analytics/dashboard/event-dashboard";
import { EventTasks } from "~/features/analytics/dashboard/event-tasks";
import { getEvent } from "~/features/event/get-event";
import { getOrganizations } from "~/features/organizer/organization/get-organizations";
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
  if (await isWithoutFigures(event))
    return (
      <PageFrame>
        <EventTasks event={event} />
      </PageFrame>
    );
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

/** Whether it is an event of an organization where one's role reads no figures. */
async function isWithoutFigures({ seller }: EventPage): Promise<boolean> {
  const { items } = await getOrganizations();
  const own = items.find(({ organization_id }) => organization_id === seller?.organization_id)?.role ?? null;
  return own !== null && !includes(own, "viewer");
}
