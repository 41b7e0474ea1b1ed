"use client";

import type { Interval } from "@evently/core/analytics";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useDateStyle } from "~/ui/format/use-date-style";
import type { SalesPoint } from "./fill-sales";
import { chartHeight, layOutSales, type Measure } from "./lay-out-sales";
import { pickTicks } from "./pick-ticks";
import { SalesAxes } from "./sales-axes";
import { SalesMarks } from "./sales-marks";
import { SalesTip } from "./sales-tip";

export type SalesChartProps = {
  points: readonly SalesPoint[];
  interval: Interval;
  zone: string;
  measure: Measure;
  format: (value: number) => string;
  /** The chart's accessible name. */
  label: string;
};

const tickRoomPx = 76;

/** A sale over time: the running total above, each hour or day below. */
export default function SalesChart(props: SalesChartProps) {
  const { ref, width } = useWidth();
  return (
    <div ref={ref} className="relative w-full" style={{ height: chartHeight }}>
      {width > 0 ? <Drawing {...props} width={width} /> : null}
    </div>
  );
}

function Drawing({ points, interval, zone, measure, format, label, width }: SalesChartProps & { width: number }) {
  const style = useDateStyle();
  const [pointed, setPointed] = useState<number | null>(null);
  const layout = layOutSales(points, measure, width, format);
  const ticks = pickTicks(points, interval, zone, Math.floor((width - layout.left) / tickRoomPx), style);
  const point = pointed === null ? undefined : points[pointed];
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const along = event.clientX - event.currentTarget.getBoundingClientRect().left - layout.left;
    const index = Math.floor(along / layout.x.step());
    setPointed(index >= 0 && index < points.length ? index : null);
  };
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={chartHeight}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => setPointed(null)}
        className="figures block touch-pan-y overflow-visible text-12"
      >
        <SalesMarks layout={layout} pointed={point ? pointed : null} />
        <SalesAxes
          layout={layout}
          ticks={ticks}
          format={format}
          pace={interval === "hour" ? "Each hour" : "Each day"}
        />
      </svg>
      {point && pointed !== null ? (
        <SalesTip point={point} x={layout.middle(pointed)} {...{ width, interval, zone, measure, format }} />
      ) : null}
    </>
  );
}

/** An element's width in pixels, 0 before it is mounted. flushSync paints the drawing in the same frame as its new width. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) flushSync(() => setWidth(entry.contentRect.width));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
