"use client";

import type { Interval } from "@evently/core/analytics";
import { type PointerEvent, useState } from "react";
import type { SalesPoint } from "./fill-sales";
import { chartHeight, layOutSales, type Measure } from "./lay-out-sales";
import { pickTicks } from "./pick-ticks";
import { SalesAxes } from "./sales-axes";
import { SalesMarks } from "./sales-marks";
import { SalesTip } from "./sales-tip";
import { useWidth } from "./use-width";

export type SalesChartProps = {
  points: readonly SalesPoint[];
  interval: Interval;
  zone: string;
  measure: Measure;
  format: (value: number) => string;
  /** What the picture shows, for who does not see it. */
  label: string;
};

const tickRoomPx = 76;

/** How a sale went: above what had come together, below what each hour or day brought. */
export default function SalesChart(props: SalesChartProps) {
  const { ref, width } = useWidth();
  return (
    <div ref={ref} className="relative w-full" style={{ height: chartHeight }}>
      {width > 0 ? <Drawing {...props} width={width} /> : null}
    </div>
  );
}

function Drawing({ points, interval, zone, measure, format, label, width }: SalesChartProps & { width: number }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const layout = layOutSales(points, measure, width, format);
  const ticks = pickTicks(points, interval, zone, Math.floor((width - layout.left) / tickRoomPx));
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
