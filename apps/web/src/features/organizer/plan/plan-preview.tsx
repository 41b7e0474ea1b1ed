"use client";

import type { VenueId } from "@evently/core/ids";
import type { NewVenueSeat } from "@evently/core/venue";
import type { Layout } from "@evently/core/venue/layout";
import { drawLayout } from "@evently/core/venue/layout.rules";
import { memo, useDeferredValue, useMemo } from "react";
import { LayoutView } from "./layout-view";

type Props = { seats: readonly NewVenueSeat[]; seat_types: readonly string[]; existing?: Layout | undefined };

/** The plan on the map that buyers see, deferred while typing; `existing` is the layout that it adds to. */
export const PlanPreview = memo(function PlanPreview({ seats, seat_types, existing }: Props) {
  const shown = useDeferredValue(seats);
  const layout = useMemo(() => drawPlan(shown, seat_types, existing), [shown, seat_types, existing]);
  if (layout.seat_count === 0)
    return (
      <p className="grid min-h-64 place-items-center rounded-card border border-outline border-dashed p-6 text-center text-soft">
        Your hall appears here as soon as a block of rows is complete.
      </p>
    );
  return <LayoutView layout={layout} />;
});

function drawPlan(seats: readonly NewVenueSeat[], seat_types: readonly string[], existing: Layout | undefined): Layout {
  const drawn = seats.map((seat) => ({
    ...seat,
    row_label: seat.row_label ?? seat.row,
    x: seat.x ?? null,
    y: seat.y ?? null,
  }));
  const added = drawLayout({ venue_id: "plan" as VenueId, revision: 0, seat_types: [...seat_types] }, drawn);
  if (!existing) return added;
  return { ...added, seat_count: existing.seat_count + added.seat_count, rows: [...existing.rows, ...added.rows] };
}
