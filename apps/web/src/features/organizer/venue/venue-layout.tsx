"use client";

import type { Layout } from "@evently/core/layout";
import type { Venue } from "@evently/core/venue";
import { Download, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { EmptyState } from "~/ui/empty-state";
import { formatCount } from "~/ui/format/format-count";
import { Icon } from "~/ui/icon";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { LayoutView } from "../plan/layout-view";
import { AddRows } from "./add-rows";
import { countTypes } from "./count-types";

/** A venue's seats on the map, how many there are of each type, and a form for more rows. */
export function VenueLayout({ venue }: { venue: Venue }) {
  const query = trpc.venue.plan.useQuery({ venue_id: venue.venue_id });
  const [isAdding, setAdding] = useState(false);
  const addButton = (
    <Button onClick={() => setAdding(true)}>
      <Icon icon={Plus} size={18} />
      Add rows
    </Button>
  );
  return (
    <QueryResult query={query} subject="the hall" skeleton={<Skeleton className="h-96 w-full" />}>
      {(layout) => {
        if (isAdding) return <AddRows venue={venue} layout={layout} onDone={() => setAdding(false)} />;
        if (layout.seat_count > 0) return <SeatsByType layout={layout}>{addButton}</SeatsByType>;
        return (
          <EmptyState title="No seats yet" actions={addButton}>
            <p>Add rows, or upload the seats as a CSV file. Then you can create events here.</p>
          </EmptyState>
        );
      }}
    </QueryResult>
  );
}

function SeatsByType({ layout, children }: { layout: Layout; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <LayoutView layout={layout} />
      <section aria-labelledby="types-heading" className="flex flex-col gap-4">
        <h2 id="types-heading" className="display font-semibold text-22">
          Seats by type
        </h2>
        <dl className="divide-y divide-line border-line border-y">
          {countTypes(layout).map(({ seat_type, count }, index) => (
            <div key={seat_type} className="flex items-center gap-3 py-2.5">
              <SeatSwatch type={index} />
              <dt className="min-w-0 grow ">{seat_type}</dt>
              <dd className="figures font-semibold">{formatCount(count)}</dd>
            </div>
          ))}
          <div className="flex justify-between py-2.5 font-semibold">
            <dt>All seats</dt>
            <dd className="figures">{formatCount(layout.seat_count)}</dd>
          </div>
        </dl>
        <div className="flex flex-wrap gap-3">
          {children}
          <a href={`/api/venue/${layout.venue_id}/seats.csv`} download className={buttonStyle("quiet", "normal")}>
            <Icon icon={Download} size={18} />
            Download CSV
          </a>
        </div>
        <p className="text-14 text-soft">
          An event keeps the seats that the hall had when it was created: new rows are for later events.
        </p>
      </section>
    </div>
  );
}
