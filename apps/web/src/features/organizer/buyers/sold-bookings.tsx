"use client";

import type { EventId } from "@evently/core/event";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { formatCount } from "~/ui/format-count";
import { Icon } from "~/ui/icon";
import { ProblemPanel } from "~/ui/problem-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { describeOrganizerProblem } from "../describe-organizer-problem";
import { findAmongBookings } from "./find-among-bookings";
import { SoldRow, soldColumns } from "./sold-row";
import { SoldSkeleton } from "./sold-skeleton";
import { type StateFilter, useSoldBookings } from "./use-sold-bookings";

const filters: readonly (readonly [StateFilter, string])[] = [
  ["all", "All"],
  ["confirmed", "Valid"],
  ["cancelled", "Cancelled"],
];

/** Who booked an event, newest first, and the way to cancel for them. Times are those of `zone`. */
export function SoldBookings({ event_id, zone }: { event_id: EventId; zone: string }) {
  const [state, setState] = useState<StateFilter>("all");
  const [typed, setTyped] = useState("");
  const query = useSoldBookings(event_id, state);
  const bookings = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const found = findAmongBookings(bookings, typed);
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
        <fieldset className="flex min-w-0 gap-2">
          <legend className="sr-only">Show bookings that are</legend>
          {filters.map(([value, name]) => (
            <Chip key={value} pressed={state === value} onClick={() => setState(value)}>
              {name}
            </Chip>
          ))}
        </fieldset>
        <Button
          size="small"
          className="self-start md:ml-auto md:self-end"
          pending={query.isRefetching}
          pendingLabel="Looking …"
          onClick={() => void query.refetch()}
        >
          <Icon of={RefreshCw} size={16} />
          Look again
        </Button>
      </div>
      <SoldList {...{ query, zone, found, typed }} loaded={bookings.length} narrowed={state !== "all"} />
    </div>
  );
}

type ListProps = {
  query: ReturnType<typeof useSoldBookings>;
  zone: string;
  found: ReturnType<typeof findAmongBookings>;
  typed: string;
  loaded: number;
  narrowed: boolean;
};

function SoldList({ query, zone, found, typed, loaded, narrowed }: ListProps) {
  if (query.isPending) return <SoldSkeleton />;
  if (query.isError && loaded === 0)
    return (
      <ProblemPanel {...describeOrganizerProblem(query.error)}>
        <TryAgain query={query} />
      </ProblemPanel>
    );
  if (loaded === 0)
    return (
      <EmptyState title={narrowed ? "None of this kind" : "Nothing sold yet"}>
        <p>{narrowed ? "No booking of this event is in that state." : "Bookings appear here as they are made."}</p>
      </EmptyState>
    );
  return (
    <div>
      <p role="status" className="figures pb-3 text-14 text-soft">
        {sayFound(found.length, loaded, typed, query.hasNextPage)}
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
      <ShowMore query={query} what="bookings" />
    </div>
  );
}

function sayFound(found: number, loaded: number, typed: string, hasMore: boolean): string {
  const all = `${formatCount(loaded)} ${loaded === 1 ? "booking" : "bookings"}`;
  const more = hasMore ? " loaded so far" : "";
  return typed.trim() === "" ? all + more : `${formatCount(found)} of the ${all}${more}`;
}
