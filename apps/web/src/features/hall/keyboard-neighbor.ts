import { aisleRatio } from "@evently/core/layout/neighbors.rules";
import { type Hall, type HallRow, rowOfSeat, seatPoint } from "./hall";

const rowsAPage = 5;

type Step = { axis: "x" | "y"; sign: 1 | -1 };

const steps: Record<string, Step> = {
  ArrowLeft: { axis: "x", sign: -1 },
  ArrowRight: { axis: "x", sign: 1 },
  ArrowUp: { axis: "y", sign: -1 },
  ArrowDown: { axis: "y", sign: 1 },
};

/**
 * The seat that `key` leads to from `from`: along the row where the row leads that way there, else the nearest seat of
 * another row; null where there is none or the key means nothing here. Home and End stay in the row, with `whole` they go
 * to the hall's first and last seat.
 */
export function keyboardNeighbor(hall: Hall, from: number, key: string, whole = false): number | null {
  const row = rowOfSeat(hall, from);
  if (!row) return null;
  if (key === "Home") return (whole ? hall.rows[0] : row)?.seats[0] ?? null;
  if (key === "End") return (whole ? hall.rows.at(-1) : row)?.seats.at(-1) ?? null;
  if (key === "PageUp" || key === "PageDown") return turnPage(hall, from, key === "PageUp" ? "ArrowUp" : "ArrowDown");
  const step = steps[key];
  if (!step) return null;
  const next = nextInRow(hall, row, from, step);
  if (next !== null) return next;
  const back: Step = { axis: step.axis, sign: step.sign === 1 ? -1 : 1 };
  const isAtEnd = row.seats.length === 1 ? row.along === step.axis : nextInRow(hall, row, from, back) !== null;
  return nearestAhead(hall, from, step, isAtEnd ? hall.pitch * aisleRatio : Infinity);
}

/** The seat before or after this one in its row, if it lies mostly in the step's direction: the nearer one if both do. */
function nextInRow(hall: Hall, row: HallRow, from: number, { axis, sign }: Step): number | null {
  const here = seatPoint(hall, from);
  const at = hall.placeInRow[from] ?? 0;
  let best: number | null = null;
  let least = Infinity;
  for (const order of [-1, 1]) {
    const seat = row.seats[at + order];
    if (seat === undefined) continue;
    const there = seatPoint(hall, seat);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const [ahead, aside] = axis === "x" ? [dx * sign, dy] : [dy * sign, dx];
    // Seats at one point lie in the row's order.
    const isAtOnePoint = dx === 0 && dy === 0;
    const isAhead = isAtOnePoint ? axis === row.along && order === sign : ahead > 0 && ahead >= Math.abs(aside);
    const distance = Math.hypot(dx, dy);
    if (isAhead && distance < least) [best, least] = [seat, distance];
  }
  return best;
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
