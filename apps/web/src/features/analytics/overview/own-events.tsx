"use client";

import type { ListedEvent } from "@evently/core/event";
import { saleStatus } from "@evently/core/event/event.rules";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useServerTime } from "~/features/clock/use-server-time";
import { EventPlace } from "~/features/event/event-place";
import { FormSkeleton } from "~/features/organizer/form/form-skeleton";
import { QueryResult } from "~/features/organizer/live/query-result";
import { filterOf } from "~/features/organizer/organization/filter-of";
import { useOrganizations } from "~/features/organizer/organization/organizations";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { DateSpan } from "~/ui/format/date-span";
import { ShowMore } from "~/ui/show-more";
import { StatusBadge } from "../status-badge";
import { NoEvents } from "./no-events";

/** The events of an organization for a role that reads no figures, newest first. */
export function OwnEvents() {
  const { client } = trpc.useUtils();
  const organization_id = filterOf(useOrganizations());
  const wanted = { mine: true, limit: 50, ...(organization_id ? { organization_id } : {}) };
  const query = useInfiniteQuery({
    ...pageQuery(["event", "search"], wanted, (input) => client.event.search.query(input)),
    staleTime: 0,
  });
  return (
    <QueryResult query={query} subject="the events" skeleton={<FormSkeleton subject="the events" />}>
      {({ pages }) => {
        const events = pages.flatMap(({ items }) => items);
        if (events.length === 0) return <NoEvents />;
        return (
          <>
            <ul className="divide-y divide-line border-line border-y">
              {events.map((event) => (
                <OwnEvent key={event.event_id} event={event} />
              ))}
            </ul>
            <ShowMore query={query} items="events" />
          </>
        );
      }}
    </QueryResult>
  );
}

function OwnEvent({ event }: { event: ListedEvent }) {
  const status = event.status ?? "published";
  const sale = useServerTime((now) => saleStatus({ ...event, status }, now, event.seats_left));
  return (
    <li className="group relative flex flex-wrap items-baseline gap-x-6 gap-y-1 py-5">
      <div className="min-w-0 grow">
        <h2 dir="auto" className="display font-semibold text-22">
          <Link
            href={`/organizer/events/${event.event_id}`}
            prefetch={false}
            className="decoration-2 underline-offset-4 before:absolute before:inset-0 group-hover:underline"
          >
            {event.name}
          </Link>
        </h2>
        <p className="text-14 text-soft">
          <DateSpan span={event} />
          {" · "}
          <EventPlace {...event} />
        </p>
      </div>
      <StatusBadge event={event} sale={sale} />
    </li>
  );
}
