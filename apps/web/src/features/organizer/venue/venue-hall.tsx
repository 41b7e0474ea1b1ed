"use client";

import type { Venue } from "@evently/core/venue";
import { Plus } from "lucide-react";
import { useState } from "react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatCount } from "~/ui/format-count";
import { Icon } from "~/ui/icon";
import { ProblemPanel } from "~/ui/problem-panel";
import { LoadingNote, Skeleton } from "~/ui/skeleton";
import { TryAgain } from "~/ui/try-again";
import { describeOrganizerProblem } from "../describe-organizer-problem";
import { HallView } from "../plan/hall-view";
import { AddRows } from "./add-rows";
import { countTypes } from "./count-types";

/** A hall as it stands, what it has of each seat type, and the way to more rows. */
export function VenueHall({ venue }: { venue: Venue }) {
  const plan = trpc.venue.plan.useQuery({ venue_id: venue.venue_id });
  const [adding, setAdding] = useState(false);
  if (plan.isPending)
    return (
      <>
        <LoadingNote>Loading the hall</LoadingNote>
        <Skeleton className="h-96 w-full" />
      </>
    );
  if (plan.isError)
    return (
      <ProblemPanel {...describeOrganizerProblem(plan.error)}>
        <TryAgain query={plan} />
      </ProblemPanel>
    );
  if (adding) return <AddRows venue={venue} hall={plan.data} onDone={() => setAdding(false)} />;
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Icon of={Plus} size={18} />
      Add rows
    </Button>
  );
  if (plan.data.seat_count === 0)
    return (
      <EmptyState title="No seats yet" actions={add}>
        <p>Add rows, or bring the seats as a CSV file. Events can be made here once there are seats.</p>
      </EmptyState>
    );
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <HallView layout={plan.data} />
      <section aria-labelledby="types-heading" className="flex flex-col gap-4">
        <h2 id="types-heading" className="display font-semibold text-22">
          Seats by type
        </h2>
        <dl className="divide-y divide-line border-line border-y">
          {countTypes(plan.data).map(({ seat_type, count }, index) => (
            <div key={seat_type} className="flex items-center gap-3 py-2.5">
              <SeatSwatch type={index} />
              <dt className="min-w-0 grow break-words">{seat_type}</dt>
              <dd className="figures font-semibold">{formatCount(count)}</dd>
            </div>
          ))}
          <div className="flex justify-between py-2.5 font-semibold">
            <dt>All seats</dt>
            <dd className="figures">{formatCount(plan.data.seat_count)}</dd>
          </div>
        </dl>
        {add}
        <p className="text-14 text-soft">
          Events keep the seats that the hall had when they were made: rows added later are for later events.
        </p>
      </section>
    </div>
  );
}
