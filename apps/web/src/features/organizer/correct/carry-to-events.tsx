"use client";

import type { ListedEvent } from "@evently/core/event";
import type { EventId, VenueId } from "@evently/core/ids";
import { mostCarried } from "@evently/core/venue/limits.rules";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { Button } from "~/ui/button";
import { CheckBox } from "~/ui/field/check-box";
import { DateTime } from "~/ui/format/date-time";
import { ShowMore } from "~/ui/show-more";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";

type Choice = { carry: readonly EventId[]; onChange: (carry: readonly EventId[]) => void };

/** The venue's published events, to take over the labels and properties. */
export function CarryToEvents({ venue_id, ...choice }: Choice & { venue_id: VenueId }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["event", "search"], { venue_id, limit: mostCarried }, (input) => client.event.search.query(input)),
    staleTime: 0,
  });
  return (
    <QueryResult query={query} subject="this venue’s events" skeleton={<Skeleton className="h-24 w-full" />}>
      {({ pages }) => (
        <EventChoice events={pages.flatMap(({ items }) => items)} {...choice}>
          <ShowMore query={query} items="events" />
        </EventChoice>
      )}
    </QueryResult>
  );
}

type ChoiceProps = Choice & { events: readonly ListedEvent[]; children: ReactNode };

function EventChoice({ events, carry, onChange, children }: ChoiceProps) {
  if (events.length === 0)
    return <p className="text-14 text-soft">No event is published here, so only later ones are concerned.</p>;
  const isFull = carry.length >= mostCarried;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="font-medium text-14">Also change these published events</legend>
      <p className="text-14 text-soft">
        They take over labels and properties; tickets already sold will show the new labels. Seat types and removed
        seats change only for events created from now on.
      </p>
      <ul className="divide-y divide-line">
        {events.map((event) => (
          <li key={event.event_id}>
            <EventBox {...{ event, carry, onChange, isFull }} />
          </li>
        ))}
      </ul>
      {children}
      <p role="status" className="text-14 text-soft empty:hidden">
        {isFull ? `At most ${mostCarried} at once: save, then choose the others here.` : null}
      </p>
      {events.length > 1 ? (
        <Button
          variant="plain"
          size="small"
          className="self-start"
          onClick={() => onChange(events.slice(0, mostCarried).map(({ event_id }) => event_id))}
        >
          {events.length > mostCarried ? `The first ${mostCarried}` : "All of them"}
        </Button>
      ) : null}
    </fieldset>
  );
}

function EventBox({ event, carry, onChange, isFull }: Choice & { event: ListedEvent; isFull: boolean }) {
  const { event_id, name, start_time, timezone } = event;
  const isChosen = carry.includes(event_id);
  const others = carry.filter((id) => id !== event_id);
  return (
    <CheckBox
      checked={isChosen}
      disabled={isFull && !isChosen}
      onChange={() => onChange(isChosen ? others : [...others, event_id])}
    >
      <bdi>{name}</bdi>
      <span className="block text-14 text-soft">
        <DateTime instant={start_time} zone={timezone} />
      </span>
    </CheckBox>
  );
}
