"use client";

import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { Chip } from "~/ui/chip";
import { Field } from "~/ui/field/field";
import { ShowMore } from "~/ui/show-more";
import { LiveLine } from "../live/live-line";
import { QueryResult } from "../live/query-result";
import { SoldList } from "./sold-list";
import { SoldSkeleton } from "./sold-skeleton";
import { useSettled } from "./use-settled";
import { type StateFilter, useSoldBookings } from "./use-sold-bookings";

const filters: readonly (readonly [StateFilter, string])[] = [
  ["all", "All"],
  ["confirmed", "Valid"],
  ["awaiting_payment", "Reserved"],
  ["cancelled", "Cancelled"],
];

/** An event's bookings, newest first, each with a way to cancel it; all of them are searched, not only those shown. */
export function SoldBookings({ event }: { event: EventPage }) {
  const [state, setState] = useState<StateFilter>("all");
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const { query, isLive } = useSoldBookings(event, state, search);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-4 md:flex-row md:items-end">
        <Field
          label="Find by e-mail, name, booking or seat"
          hint="A seat as it is printed, such as F-1 or Balcony F-1."
          type="search"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
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
            <LiveLine query={query} zone={event.timezone} isLive={isLive && search === ""} />
            <SoldList
              bookings={pages.flatMap(({ items }) => items)}
              zone={event.timezone}
              search={search}
              isFiltered={state !== "all"}
              isLooking={query.isPlaceholderData || search !== typed.trim()}
              hasMore={query.hasNextPage}
            />
            <ShowMore query={query} items="bookings" />
          </div>
        )}
      </QueryResult>
    </div>
  );
}
