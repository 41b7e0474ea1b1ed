"use client";

import type { SeatHeat } from "@evently/core/analytics";
import type { Layout } from "@evently/core/venue/layout";
import { useEffect, useMemo, useRef, useState } from "react";
import { openHall } from "~/features/hall/hall";
import { aspectOf } from "~/features/hall/stage";
import { ZoomButtons } from "~/features/hall/viewport/zoom-buttons";
import "~/features/hall/hall.css";
import "./heat.css";
import type { HeatLevel, HeatMode } from "./heat-levels";
import { HeatView } from "./heat-view";
import { saySeat } from "./say-seat";

type Props = { layout: Layout; heat: SeatHeat; levels: HeatLevel[]; mode: HeatMode; zone: string };

/** The place of the heat map on the page; what is in it is drawn by HeatView. */
export default function HeatMap({ layout, heat, levels, mode, zone }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<HeatView | null>(null);
  const hall = useMemo(() => openHall(layout), [layout]);
  useEffect(() => {
    if (!host.current) return;
    const made = new HeatView(host.current, hall);
    setView(made);
    return () => made.destroy();
  }, [hall]);
  useEffect(() => view?.show(levels, saySeat(hall, heat, mode, zone)), [view, hall, heat, levels, mode, zone]);
  return (
    <div className="overflow-hidden rounded-control border border-line">
      <div
        ref={host}
        className="seat-host max-h-[min(64dvh,40rem)] min-h-56 w-full"
        style={{ aspectRatio: aspectOf(hall) }}
      />
      <ZoomButtons findViewport={() => view?.viewport} />
    </div>
  );
}
