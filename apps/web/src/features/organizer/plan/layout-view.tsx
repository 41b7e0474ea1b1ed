"use client";

import type { Layout } from "@evently/core/layout";
import { useMemo } from "react";
import { SeatMap } from "~/features/hall/drawing/seat-map";
import { nameSeats, showFreeSeats } from "~/features/hall/drawing/seat-source";
import { openHall } from "~/features/hall/hall";

/** A layout on the seat map, read-only: all seats available, no prices yet. */
export function LayoutView({ layout }: { layout: Layout }) {
  const { source, words } = useMemo(() => showHall(layout), [layout]);
  const prices = useMemo(() => layout.seat_types.map(() => 0), [layout]);
  return (
    <div className="relative overflow-hidden rounded-card border border-line bg-card">
      <SeatMap source={source} words={words} prices={prices} onPick={ignorePick} />
    </div>
  );
}

const ignorePick = () => undefined;

function showHall(layout: Layout) {
  const hall = openHall(layout);
  return { source: showFreeSeats(hall), words: nameSeats(hall) };
}
