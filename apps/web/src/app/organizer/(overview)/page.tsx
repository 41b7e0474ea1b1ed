import { includes } from "@evently/core/organization/may";
import type { Metadata } from "next";
import { connection } from "next/server";
import { EventsOverview } from "~/features/analytics/overview/events-overview";
import { overviewQuery } from "~/features/analytics/overview/overview-query";
import { OwnEvents } from "~/features/analytics/overview/own-events";
import { filterOf } from "~/features/organizer/organization/filter-of";
import { getOrganizations } from "~/features/organizer/organization/get-organizations";
import { getApi, getQueryClient, Hydrate } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";

export const metadata: Metadata = { title: "Your events" };

export default async function OverviewPage() {
  await connection();
  const organizations = await getOrganizations();
  const { current } = organizations;
  const hasFigures = !current?.role || includes(current.role, "viewer");
  if (hasFigures)
    await getQueryClient().prefetchInfiniteQuery(
      overviewQuery((input) => getApi().analytics.events.query(input), filterOf(organizations)),
    );
  return (
    <Hydrate>
      <PageFrame className="flex flex-col gap-8">
        <h1 className="display font-semibold text-48 sm:text-64">Your events</h1>
        {hasFigures ? <EventsOverview /> : <OwnEvents />}
      </PageFrame>
    </Hydrate>
  );
}
