"use client";

import type { Layout } from "@evently/core/layout";
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MapView } from "~/features/hall/drawing/map-view";
import { SeatMap } from "~/features/hall/drawing/seat-map";
import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import type { Point } from "~/features/hall/geometry";
import { openHall } from "~/features/hall/hall";
import { pointIn } from "~/features/hall/viewport/map-gestures";
import { Button } from "~/ui/button";
import type { OfficeSeat } from "./office-seats";
import { makeOfficeSource } from "./office-source";
import { seatsInBox } from "./seats-in-box";

type Props = {
  layout: Layout;
  seats: readonly OfficeSeat[];
  chosen: ReadonlySet<string>;
  onToggle: (seat_pos: string) => void;
  onAdd: (seats: readonly string[]) => void;
};

/** The hall on its map: a press chooses a seat, or no longer; with the switch a drag chooses all within it. */
export function OfficeMap({ layout, seats, chosen, onToggle, onAdd }: Props) {
  const source = useMemo(() => makeOfficeSource(openHall(layout)), [layout]);
  const prices = useMemo(() => layout.seat_types.map(() => 0), [layout]);
  const view = useRef<MapView | null>(null);
  const keepView = useCallback((made: MapView | null) => {
    view.current = made;
  }, []);
  const [isDragging, setDragging] = useState(false);
  const onPick = useCallback((seat: number) => onToggle(source.hall.ids[seat] ?? ""), [source, onToggle]);
  useEffect(() => source.show({ seats, chosen }), [source, seats, chosen]);
  const choose = (from: Point, to: Point) => {
    const found = view.current ? seatsInBox(source.hall, view.current.viewport.view, from, to) : [];
    const [only] = found;
    if (found.length === 1 && only && chosen.has(only)) onToggle(only);
    else onAdd(found);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <MapSigns />
        <Button size="small" aria-pressed={isDragging} onClick={() => setDragging(!isDragging)}>
          {isDragging ? "Move the map by dragging" : "Choose by dragging"}
        </Button>
      </div>
      <div className="relative overflow-hidden rounded-card border border-line bg-card">
        <SeatMap source={source} words={source.words} prices={prices} onPick={onPick} onView={keepView} />
        {isDragging ? <DragArea onDrag={choose} /> : null}
      </div>
      <p className="hidden text-14 text-soft lg:block">
        By keyboard: arrows from seat to seat, Enter to choose. Rows and numbers are chosen in the list above.
      </p>
    </div>
  );
}

const signs = [
  { state: "selected", name: "Chosen" },
  { state: "blocked", name: "Blocked" },
  { state: "held", name: "On hold" },
  { state: "taken", name: "Sold" },
] as const;

function MapSigns() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-14 text-soft">
      {signs.map(({ state, name }) => (
        <li key={state} className="flex items-center gap-2">
          <SeatSwatch state={state} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Lies over the map while a drag chooses; the keyboard reaches the seats below as ever. */
function DragArea({ onDrag }: { onDrag: (from: Point, to: Point) => void }) {
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  const at = (event: PointerEvent<HTMLDivElement>) => pointIn(event.currentTarget, event.nativeEvent);
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: at(event), to: at(event) });
  };
  const release = (event: PointerEvent<HTMLDivElement>) => {
    if (drag) onDrag(drag.from, at(event));
    setDrag(null);
  };
  return (
    <div
      aria-hidden="true"
      data-drag-area
      className="absolute inset-0 cursor-crosshair touch-none"
      onPointerDown={press}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
      onPointerUp={release}
      onPointerCancel={() => setDrag(null)}
    >
      {drag ? <div className="absolute border-2 border-curtain bg-curtain/15" style={boxStyle(drag)} /> : null}
    </div>
  );
}

const boxStyle = ({ from, to }: { from: Point; to: Point }) => ({
  left: Math.min(from.x, to.x),
  top: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});
