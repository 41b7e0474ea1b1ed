import type { Row } from "./hall.ts";
import { rowLetters } from "./row-letters.ts";

export type SidePlan = {
  /** Distance of the row nearest to the middle line. */
  x: number;
  fromY: number;
  toY: number;
  rows: number;
  rowPitch?: number;
  seatPitch?: number;
  /** How far a row moves outward per decimetre away from the stage. */
  splay?: number;
  /** Seats in a box, and the gap between two boxes. */
  box?: { seats: number; gap: number };
};

/** Rows along the right-hand wall, the nearest first, each numbered away from the stage. */
export function sideRows(plan: SidePlan): Row[] {
  const { x, fromY, toY, rows, rowPitch = 9, seatPitch = 5.5, splay = 0, box } = plan;
  const ys: number[] = [];
  for (let y = fromY; y <= toY; y += seatPitch) {
    if (box && ys.length > 0 && ys.length % box.seats === 0) y += box.gap;
    ys.push(y);
  }
  return Array.from({ length: rows }, (_, index) => ({
    label: rowLetters(index),
    places: ys.map((y) => ({ x: x + index * rowPitch + splay * (y - fromY), y })),
  }));
}

/** The same rows on the other side of the middle line. */
export function mirrorRows(rows: Row[]): Row[] {
  return rows.map(({ label, places }) => ({ label, places: places.map(({ x, y }) => ({ x: -x, y })) }));
}
