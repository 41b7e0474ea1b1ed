import { fitCounts } from "./fit-counts.ts";
import type { Place, Row } from "./hall.ts";
import { rowLetters } from "./row-letters.ts";

export type ArcPlan = {
  /** Where the rows' common centre lies on the y axis; far behind the stage for gently curved rows. */
  centreY: number;
  radius: number;
  rows: number;
  /** Degrees from the middle line, symmetric and rising; between two inner ones and their neighbours runs an aisle. */
  bounds: number[];
  rowPitch?: number;
  seatPitch?: number;
  aisle?: number;
  /** Walls: no seat's centre lies further from the middle line. */
  halfWidth?: number;
  /** Rows grow shorter from the sides and the back until so many seats are left. */
  total?: number;
  /** Index of the first row's letter. */
  firstRow?: number;
};

type Wedge = { from: number; to: number };

/**
 * Rows on concentric arcs, cut into wedges by aisles that radiate from the centre. The middle wedge is centred, the
 * others keep to the aisle on their inner side, so that every plan is its own mirror image.
 */
export function arcRows(plan: ArcPlan): Row[] {
  const { centreY, radius, rows, rowPitch = 9, seatPitch = 5.5, firstRow = 0 } = plan;
  const radii = Array.from({ length: rows }, (_, index) => radius + index * rowPitch);
  const wedges = radii.map((r) => wedgesAt(plan, r));
  const natural = wedges.map((row, index) => row.map((wedge) => capacity(wedge, radii[index] ?? radius, seatPitch)));
  const counts = plan.total === undefined ? natural : fitCounts(natural, plan.total);
  return radii.map((r, index) => ({
    label: rowLetters(firstRow + index),
    places: (wedges[index] ?? []).flatMap((wedge, at) =>
      anglesIn(wedge, counts[index]?.[at] ?? 0, seatPitch / r).map((angle) => onArc(centreY, r, angle)),
    ),
  }));
}

function wedgesAt(plan: ArcPlan, radius: number): Wedge[] {
  const half = (plan.aisle ?? 12) / 2 / radius;
  const wall = plan.halfWidth === undefined ? Math.PI : Math.asin(Math.min(1, plan.halfWidth / radius));
  const bounds = plan.bounds.map((degrees) => (degrees * Math.PI) / 180);
  const last = bounds.length - 1;
  return bounds.slice(1).map((bound, index) => ({
    from: Math.max(-wall, (bounds[index] ?? 0) + (index === 0 ? 0 : half)),
    to: Math.min(wall, bound - (index + 1 === last ? 0 : half)),
  }));
}

function capacity({ from, to }: Wedge, radius: number, seatPitch: number): number {
  return Math.max(0, Math.floor(((to - from) * radius) / seatPitch + 1e-9));
}

function anglesIn({ from, to }: Wedge, count: number, step: number): number[] {
  const used = count * step;
  const start = Math.abs(from + to) < 1e-9 ? -used / 2 : from + to > 0 ? from : to - used;
  return Array.from({ length: count }, (_, index) => start + (index + 0.5) * step);
}

function onArc(centreY: number, radius: number, angle: number): Place {
  return { x: radius * Math.sin(angle), y: centreY + radius * Math.cos(angle) };
}
