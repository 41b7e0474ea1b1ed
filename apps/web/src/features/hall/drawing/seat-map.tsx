"use client";

import { memo, useEffect, useMemo, useRef } from "react";
import type { SeatStore } from "~/features/picker/seat-store";
import type { PriceOf } from "~/features/picker/seats/seat-name";
import { aspectOf } from "../stage";
import { ZoomButtons } from "../viewport/zoom-buttons";
import { MapView } from "./map-view";
import "../hall.css";

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
  const aspectRatio = useMemo(() => aspectOf(store.hall), [store]);
  return (
    <>
      <div ref={host} className="seat-host max-h-[min(72dvh,48rem)] min-h-64 w-full" style={{ aspectRatio }} />
      <ZoomButtons findViewport={() => view.current?.viewport} />
    </>
  );
});
