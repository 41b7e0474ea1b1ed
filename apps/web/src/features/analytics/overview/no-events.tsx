"use client";

import { trpc } from "~/trpc/client";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";

/** An organizer's first steps: a venue, then an event, which is offered once there is a hall to put it in. */
export function NoEvents() {
  const venues = trpc.venue.listOwn.useQuery({ limit: 200 });
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
