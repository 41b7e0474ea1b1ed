import { type Hall, rowOfSeat, seatPoint } from "./hall";

const rowsAPage = 5;

type Step = { axis: "x" | "y"; sign: 1 | -1 };

const steps: Record<string, Step> = {
  ArrowLeft: { axis: "x", sign: -1 },
  ArrowRight: { axis: "x", sign: 1 },
  ArrowUp: { axis: "y", sign: -1 },
  ArrowDown: { axis: "y", sign: 1 },
};

/**
 * The seat that `key` leads to from `from`: along the row, or to the nearest seat of another row; null where there is none
 * or the key means nothing here. Home and End stay in the row, with `whole` they go to the hall's first and last seat.
 */
export function keyboardNeighbor(hall: Hall, from: number, key: string, whole = false): number | null {
  const row = rowOfSeat(hall, from);
  if (!row) return null;
  if (key === "Home") return whole ? 0 : row.forward ? row.from : row.to - 1;
  if (key === "End") return whole ? hall.ids.length - 1 : row.forward ? row.to - 1 : row.from;
  if (key === "PageUp" || key === "PageDown") return turnPage(hall, from, key === "PageUp" ? "ArrowUp" : "ArrowDown");
  const step = steps[key];
  if (!step) return null;
  if (step.axis !== row.along) return nearestAhead(hall, from, step);
  const next = from + (row.forward ? step.sign : -step.sign);
  return next >= row.from && next < row.to ? next : nearestAhead(hall, from, step, hall.pitch * 1.6);
}

function turnPage(hall: Hall, from: number, key: string): number | null {
  let at = from;
  for (let row = 0; row < rowsAPage; row++) at = keyboardNeighbor(hall, at, key) ?? at;
  return at === from ? null : at;
}

/** The nearest seat of another row in the step's direction, at most `reach` off to the side, which counts double. */
function nearestAhead(hall: Hall, from: number, { axis, sign }: Step, reach = Infinity): number | null {
  const [ahead, aside] = axis === "x" ? [hall.xs, hall.ys] : [hall.ys, hall.xs];
  const here = seatPoint(hall, from);
  const [a, b] = axis === "x" ? [here.x, here.y] : [here.y, here.x];
  let best: number | null = null;
  let least = Infinity;
  for (let index = 0; index < hall.ids.length; index++) {
    const distance = ((ahead[index] ?? 0) - a) * sign;
    if (distance < hall.pitch * 0.4 || hall.rowOf[index] === hall.rowOf[from]) continue;
    const off = Math.abs((aside[index] ?? 0) - b);
    const cost = distance + 2 * off;
    if (off <= reach && cost < least) [best, least] = [index, cost];
  }
  return best;
}
