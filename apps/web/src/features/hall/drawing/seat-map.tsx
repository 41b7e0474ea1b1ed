"use client";

import { memo, useEffect, useMemo, useRef } from "react";
import { aspectOf } from "../stage";
import { ZoomButtons } from "../viewport/zoom-buttons";
import { MapView } from "./map-view";
import type { SeatSource, SeatWords } from "./seat-source";
import "../hall.css";

type Props = {
  source: SeatSource;
  prices: readonly number[];
  words: SeatWords;
  onPick: (seat: number) => void;
  /** Gets what says where in the hall a point of the map is. */
  onView?: (view: MapView | null) => void;
};

/** The place of the map on the page; what is in it is drawn by MapView, once. */
export const SeatMap = memo(function SeatMap({ source, prices, words, onPick, onView }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = new MapView({ host: host.current, source, prices, words, onPick });
    view.current = made;
    onView?.(made);
    return () => {
      onView?.(null);
      made.destroy();
    };
  }, [source, prices, words, onPick, onView]);
  const aspectRatio = useMemo(() => aspectOf(source.hall), [source]);
  return (
    <>
      <div ref={host} className="seat-host max-h-[min(72dvh,48rem)] min-h-64 w-full" style={{ aspectRatio }} />
      <ZoomButtons findViewport={() => view.current?.viewport} />
    </>
  );
});
