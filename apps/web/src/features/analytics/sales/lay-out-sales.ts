import { scaleBand, scaleLinear } from "@visx/scale";
import type { SalesPoint } from "./fill-sales";

export type Measure = "revenue" | "seats";

type Band = { top: number; height: number; ticks: number };

/** The running total above, each period below. Pixels. */
const upper: Band = { top: 24, height: 148, ticks: 3 };
const lower: Band = { top: 216, height: 84, ticks: 2 };
/** Room for the hours and, under them, their dates. */
const axisPx = 44;
const letterPx = 7.2;

export const chartHeight = lower.top + lower.height + axisPx;

export type SalesLayout = ReturnType<typeof layOutSales>;

/** The positions of the whole chart at `width` pixels; money in the minor unit. */
export function layOutSales(points: readonly SalesPoint[], measure: Measure, width: number, format: Format) {
  const soFar = measure === "revenue" ? "revenue_so_far" : "seats_so_far";
  const total = bandOf(
    points.map((point) => point[soFar]),
    upper,
  );
  const pace = bandOf(
    points.map((point) => point[measure]),
    lower,
  );
  const widest = Math.max(...[...total.ticks, ...pace.ticks].map((value) => format(value).length));
  const left = Math.ceil(12 + widest * letterPx);
  const x = scaleBand({ domain: points.map((_, index) => index), range: [left, width - 16], padding: 0.18 });
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  return { left, width, x, middle, total, pace };
}

type Format = (value: number) => string;

/** The scale includes 0. Ticks are whole, as there is no half seat, and only 0 where all values are 0. */
function bandOf(values: readonly number[], { top, height, ticks }: Band) {
  const domain = [Math.min(0, ...values), Math.max(1, ...values)];
  const scale = scaleLinear({ domain, range: [top + height, top], nice: 4 });
  const isFlat = values.every((value) => value === 0);
  const whole = isFlat ? [0] : scale.ticks(ticks).filter(Number.isInteger);
  return { top, bottom: top + height, values, scale, ticks: whole };
}
