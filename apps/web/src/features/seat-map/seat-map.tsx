"use client";

import { Maximize, Minus, Plus } from "lucide-react";
import { memo, useEffect, useMemo, useRef } from "react";
import { Icon } from "~/ui/icon";
import { heightOf, widthOf } from "./geometry";
import { MapView } from "./map-view";
import type { PriceOf } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { frameHall } from "./stage";
import "./seat-map.css";

type Props = {
  store: SeatStore;
  prices: readonly number[];
  priceOf: PriceOf;
  onPick: (seat: number) => void;
};

/** The place of the map on the page; what is in it is drawn by MapView, once. */
export const SeatMap = memo(function SeatMap({ store, prices, priceOf, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = new MapView({ host: host.current, store, prices, priceOf, onPick });
    view.current = made;
    return () => made.destroy();
  }, [store, prices, priceOf, onPick]);
  const aspectRatio = useMemo(() => aspectOf(store), [store]);
  const controls = [
    { name: "Zoom in", icon: Plus, act: () => view.current?.viewport.step(1.6) },
    { name: "Zoom out", icon: Minus, act: () => view.current?.viewport.step(1 / 1.6) },
    { name: "Show the whole hall", icon: Maximize, act: () => view.current?.viewport.fit() },
  ];
  return (
    <>
      <div ref={host} className="seat-host max-h-[min(72dvh,48rem)] min-h-64 w-full" style={{ aspectRatio }} />
      <div className="flex justify-end border-line border-t bg-card">
        {controls.map(({ name, icon, act }) => (
          <button key={name} type="button" onClick={act} className="grid size-11 place-items-center hover:bg-sunken">
            <Icon of={icon} />
            <span className="sr-only">{name}</span>
          </button>
        ))}
      </div>
    </>
  );
});

function aspectOf({ hall }: SeatStore): number {
  const frame = frameHall(hall);
  return widthOf(frame) / heightOf(frame);
}
