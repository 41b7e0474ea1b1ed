"use client";

import type { SoldBooking } from "@evently/core/analytics";
import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field/field";
import { formatCount } from "~/ui/format/format-count";
import { ShowMore } from "~/ui/show-more";
import { LiveLine } from "../live/live-line";
import { QueryResult } from "../live/query-result";
import { findAmongBookings } from "./find-among-bookings";
import { SoldRow, soldColumns } from "./sold-row";
import { SoldSkeleton } from "./sold-skeleton";
import { type StateFilter, useSoldBookings } from "./use-sold-bookings";

const filters: readonly (readonly [StateFilter, string])[] = [
  ["all", "All"],
  ["confirmed", "Valid"],
  ["cancelled", "Cancelled"],
];

/** An event's bookings, newest first, each with a way to cancel it. */
export function SoldBookings({ event }: { event: EventPage }) {
  const [state, setState] = useState<StateFilter>("all");
  const [typed, setTyped] = useState("");
  const { query, isLive } = useSoldBookings(event, state);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-4 md:flex-row md:items-end">
        <Field
          label="Find by e-mail, booking or seat"
          type="search"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          className="md:w-[24rem]"
        />
        <fieldset className="flex min-w-0 flex-wrap gap-2">
          <legend className="sr-only">Show bookings</legend>
          {filters.map(([value, name]) => (
            <Chip key={value} pressed={state === value} onClick={() => setState(value)}>
              {name}
            </Chip>
          ))}
        </fieldset>
      </div>
      <QueryResult query={query} subject="the bookings" skeleton={<SoldSkeleton />}>
        {({ pages }) => (
          <div className="flex flex-col gap-3">
            <LiveLine query={query} zone={event.timezone} isLive={isLive} />
            <SoldList
              bookings={pages.flatMap(({ items }) => items)}
              zone={event.timezone}
              typed={typed}
              isFiltered={state !== "all"}
              hasMore={query.hasNextPage}
            />
            <ShowMore query={query} items="bookings" />
          </div>
        )}
      </QueryResult>
    </div>
  );
}

type ListProps = {
  bookings: readonly SoldBooking[];
  zone: string;
  typed: string;
  isFiltered: boolean;
  hasMore: boolean;
};

function SoldList({ bookings, zone, typed, isFiltered, hasMore }: ListProps) {
  if (bookings.length === 0)
    return (
      <EmptyState title={isFiltered ? "No such bookings" : "Nothing sold yet"}>
        <p>{isFiltered ? "No booking of this event has this status." : "Bookings appear here as they come in."}</p>
      </EmptyState>
    );
  const found = findAmongBookings(bookings, typed);
  return (
    <div>
      <p role="status" className="figures pb-3 text-14 text-soft">
        {describeMatches(found.length, bookings.length, typed, hasMore)}
      </p>
      <div aria-hidden="true" className={`hidden border-ink border-b px-1 pb-2 text-14 text-soft ${soldColumns}`}>
        <span>Buyer</span>
        <span>Seats</span>
        <span>Booked</span>
        <span className="text-right">Price</span>
      </div>
      <ul className="flex flex-col gap-3 md:gap-0">
        {found.map((booking) => (
          <SoldRow key={booking.booking_id} booking={booking} zone={zone} />
        ))}
      </ul>
    </div>
  );
}

function describeMatches(found: number, loaded: number, typed: string, hasMore: boolean): string {
  const all = `${formatCount(loaded)} ${loaded === 1 ? "booking" : "bookings"}`;
  const more = hasMore ? " loaded so far" : "";
  return typed.trim() === "" ? all + more : `${formatCount(found)} of the ${all}${more}`;
}
