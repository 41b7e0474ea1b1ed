"use client";

import type { NewVenueSeat } from "@evently/core/venue";
import type { Layout } from "@evently/core/venue/layout";
import { drawLayout } from "@evently/core/venue/layout.rules";
import { memo, useDeferredValue, useMemo } from "react";
import { HallView } from "./layout-view";

type Props = { seats: readonly NewVenueSeat[]; seat_types: readonly string[]; behind?: Layout | undefined };

/** The plan on the very map that buyers see, a moment after each change; `behind` is what the venue has already. */
export const PlanPreview = memo(function PlanPreview({ seats, seat_types, behind }: Props) {
  const shown = useDeferredValue(seats);
  const layout = useMemo(() => drawPlan(shown, seat_types, behind), [shown, seat_types, behind]);
  if (layout.seat_count === 0)
    return (
      <p className="grid min-h-64 place-items-center rounded-card border border-outline border-dashed p-6 text-center text-soft">
        The hall appears here as soon as a block of rows is whole.
      </p>
    );
  return <HallView layout={layout} />;
});

function drawPlan(seats: readonly NewVenueSeat[], seat_types: readonly string[], behind: Layout | undefined): Layout {
  const drawn = seats.map((seat) => ({
    ...seat,
    row_label: seat.row_label ?? seat.row,
    x: seat.x ?? null,
    y: seat.y ?? null,
  }));
  const added = drawLayout({ venue_id: "plan", revision: 0, seat_types: [...seat_types] }, drawn);
  if (!behind) return added;
  return { ...added, seat_count: behind.seat_count + added.seat_count, rows: [...behind.rows, ...added.rows] };
}
