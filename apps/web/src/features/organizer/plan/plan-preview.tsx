"use client";

import type { Layout } from "@evently/core/layout";
import { memo, useDeferredValue, useMemo } from "react";
import { drawPlan } from "./draw-plan";
import { LayoutView } from "./layout-view";
import type { PlanSeat } from "./seating-plan";

type Props = { seats: readonly PlanSeat[]; seat_types: readonly string[]; existing?: Layout | undefined };

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
