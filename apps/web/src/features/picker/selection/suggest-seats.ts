import { type Hall, seatPoint } from "~/features/hall/hall";
import { adjacentSeats } from "./adjacent-seats";

/** How many of the nearest seats are tried. */
const maxCandidates = 400;

/**
 * Free seats of the same type to offer instead of lost ones: as many side by side, as near as can be, else the nearest
 * single ones; empty when the type has too few left.
 */
export function suggestSeats(hall: Hall, gone: readonly number[], isFree: (index: number) => boolean): number[] {
  const [first] = gone;
  if (first === undefined) return [];
  const type = hall.types[first];
  const isFit = (index: number) => hall.types[index] === type && isFree(index);
  const near = listNearest(hall, gone, isFit);
  for (const index of near) {
    const block = adjacentSeats(hall, index, gone.length, isFit);
    if (block) return block;
  }
  return near.length >= gone.length ? near.slice(0, gone.length) : [];
}

function listNearest(hall: Hall, gone: readonly number[], isFit: (index: number) => boolean): number[] {
  const points = gone.map((index) => seatPoint(hall, index));
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const found: { index: number; distance: number }[] = [];
  for (let index = 0; index < hall.ids.length; index++)
    if (isFit(index)) found.push({ index, distance: Math.hypot((hall.xs[index] ?? 0) - x, (hall.ys[index] ?? 0) - y) });
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, maxCandidates).map(({ index }) => index);
}
