"use client";

import type { EventId } from "@evently/core/ids";
import type { Layout } from "@evently/core/venue/layout";
import { useMemo } from "react";
import { createServerClock } from "~/features/clock/server-clock";
import { openHall } from "~/features/seat-map/hall";
import { SeatMap } from "~/features/seat-map/seat-map";
import { SeatStore } from "~/features/seat-map/seat-store";

/** A layout on the seat map, read-only: all seats available, no prices yet. */
export function LayoutView({ layout }: { layout: Layout }) {
  const store = useMemo(() => openStore(layout), [layout]);
  const prices = useMemo(() => layout.seat_types.map(() => 0), [layout]);
  return (
    <div className="relative overflow-hidden rounded-card border border-line bg-card">
      <SeatMap store={store} prices={prices} priceOf={noPrice} onPick={ignorePick} />
    </div>
  );
}

const noPrice = () => "";
const ignorePick = () => undefined;

function openStore(layout: Layout): SeatStore {
  const store = new SeatStore(openHall(layout), createServerClock());
  store.locked = true;
  store.apply({
    event_id: "" as EventId,
    layout_id: layout.layout_id,
    states: "a".repeat(layout.seat_count),
    holds: {},
    server_now: 0,
  });
  return store;
}
