"use client";

import type { Venue } from "@evently/core/venue";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { Badge } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { formatCount } from "~/ui/format/format-count";
import { LinkButton } from "~/ui/link-button";
import { ShowMore } from "~/ui/show-more";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { filterOf } from "../organization/filter-of";
import { useOrganizations } from "../organization/organizations";

/** An organizer's venues, newest first. */
export function OwnVenues() {
  const { client } = trpc.useUtils();
  const organization_id = filterOf(useOrganizations());
  const wanted = { limit: 50, ...(organization_id ? { organization_id } : {}) };
  const query = useInfiniteQuery({
    ...pageQuery(["venue", "listOwn"], wanted, (input) => client.venue.listOwn.query(input)),
    staleTime: 0,
  });
  return (
    <QueryResult query={query} subject="your venues" skeleton={<VenuesSkeleton />}>
      {({ pages }) => (
        <>
          <VenueList venues={pages.flatMap(({ items }) => items)} />
          <ShowMore query={query} items="venues" />
        </>
      )}
    </QueryResult>
  );
}

function VenueList({ venues }: { venues: readonly Venue[] }) {
  if (venues.length === 0) return <NoVenues />;
  return (
    <ul className="divide-y divide-line border-line border-y">
      {venues.map(({ venue_id, name, city, seat_count, seat_types, timezone }) => (
        <li key={venue_id} className="group relative flex flex-wrap items-baseline gap-x-6 gap-y-1 py-5">
          <div className="min-w-0 grow">
            <h2 dir="auto" className="display font-semibold text-22">
              <Link
                href={`/organizer/venues/${venue_id}`}
                prefetch={false}
                className="decoration-2 underline-offset-4 before:absolute before:inset-0 group-hover:underline"
              >
                {name}
              </Link>
            </h2>
            <p className="text-14 text-soft">
              <bdi>{city}</bdi> · {timezone} · <bdi>{seat_types.join(", ")}</bdi>
            </p>
          </div>
          {seat_count === 0 ? (
            <Badge tone="spot">No seats yet</Badge>
          ) : (
            <p className="figures font-semibold text-18">{`${formatCount(seat_count)} seats`}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function NoVenues() {
  return (
    <EmptyState
      title="No venues yet"
      actions={
        <LinkButton href="/organizer/venues/new" variant="primary" size="large">
          Create venue
        </LinkButton>
      }
    >
      <p>Every event takes place in a hall. Draw yours row by row, or upload its seats as a CSV file.</p>
    </EmptyState>
  );
}

function VenuesSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-20 w-full" />
      ))}
    </div>
  );
}
