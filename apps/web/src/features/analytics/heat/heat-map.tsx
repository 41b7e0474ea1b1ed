"use client";

import type { SeatHeat } from "@evently/core/analytics";
import type { Layout } from "@evently/core/layout";
import { useEffect, useMemo, useRef, useState } from "react";
import { openHall } from "~/features/hall/hall";
import { aspectOf } from "~/features/hall/stage";
import { ZoomButtons } from "~/features/hall/viewport/zoom-buttons";
import { useDateStyle } from "~/ui/format/use-date-style";
import "~/features/hall/hall.css";
import "./heat.css";
import { describeSeat } from "./describe-seat";
import type { HeatLevel, HeatMode } from "./heat-levels";
import { HeatView } from "./heat-view";

type Props = { layout: Layout; heat: SeatHeat; levels: HeatLevel[]; mode: HeatMode; zone: string };

/** Hosts the heat map, which HeatView draws outside React. */
export default function HeatMap({ layout, heat, levels, mode, zone }: Props) {
  const style = useDateStyle();
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<HeatView | null>(null);
  const hall = useMemo(() => openHall(layout), [layout]);
  useEffect(() => {
    if (!host.current) return;
    const created = new HeatView(host.current, hall);
    setView(created);
    return () => created.destroy();
  }, [hall]);
  useEffect(
    () => view?.show(levels, describeSeat(hall, heat, mode, zone, style)),
    [view, hall, heat, levels, mode, zone, style],
  );
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
