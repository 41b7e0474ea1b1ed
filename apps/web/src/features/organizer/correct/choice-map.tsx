"use client";

import type { Layout } from "@evently/core/layout";
import { useCallback, useEffect, useMemo } from "react";
import { SeatMap } from "~/features/hall/drawing/seat-map";
import { openHall } from "~/features/hall/hall";
import { makeChoiceSource } from "./choice-source";
import type { EditedSeat } from "./seat-edits";

type Props = {
  layout: Layout;
  /** The hall's seats as they become. */
  seats: readonly EditedSeat[];
  chosen: ReadonlySet<string>;
  onToggle: (seat_pos: string) => void;
};

/** The hall on its map; a press chooses a seat, or no longer. */
export function ChoiceMap({ layout, seats, chosen, onToggle }: Props) {
  const source = useMemo(() => makeChoiceSource(openHall(layout)), [layout]);
  const prices = useMemo(() => layout.seat_types.map(() => 0), [layout]);
  const onPick = useCallback((seat: number) => onToggle(source.hall.ids[seat] ?? ""), [source, onToggle]);
  useEffect(() => source.show({ seats, chosen }), [source, seats, chosen]);
  return (
    <div className="relative overflow-hidden rounded-card border border-line bg-card">
      <SeatMap source={source} words={source.words} prices={prices} onPick={onPick} />
    </div>
  );
}
