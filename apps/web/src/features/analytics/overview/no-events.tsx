"use client";

import { filterOf } from "~/features/organizer/organization/filter-of";
import { useMay, useOrganizations } from "~/features/organizer/organization/organizations";
import { trpc } from "~/trpc/client";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** What is there before the first event: its organizer's first steps, or for those who make none, a word. */
export function NoEvents() {
  const { current } = useOrganizations();
  if (useMay("manager", current?.organization_id)) return <FirstSteps />;
  return (
    <EmptyState title="No events yet">
      <p>Events appear here once a manager of the organization has made some.</p>
    </EmptyState>
  );
}

/** A venue, then an event, which is offered once there is a hall to put it in. */
function FirstSteps() {
  const organization_id = filterOf(useOrganizations());
  const venues = trpc.venue.listOwn.useQuery({ limit: 200, ...(organization_id ? { organization_id } : {}) });
  const hasHall = venues.data?.items.some(({ seat_count }) => seat_count > 0) ?? false;
  return (
    <EmptyState
      title="No events yet"
      actions={
        <>
          {hasHall ? (
            <LinkButton href="/organizer/events/new" variant="primary">
              Create event
            </LinkButton>
          ) : null}
          <LinkButton href="/organizer/venues/new" variant={hasHall ? "quiet" : "primary"}>
            Create venue
          </LinkButton>
        </>
      }
    >
      <p>
        {hasHall
          ? "Your hall is ready: put an event on sale in it. Its sales appear here live."
          : "Draw a venue first: its rows, seats and seat types. Then put an event on sale in it. Its sales appear here live."}
      </p>
    </EmptyState>
  );
}
