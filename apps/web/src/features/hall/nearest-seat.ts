import type { Point } from "./geometry";
import type { Hall } from "./hall";

/** The seat nearest to a point of the hall, at most `radius` decimetres away; null where there is none. */
export function nearestSeat(hall: Hall, { x, y }: Point, radius: number): number | null {
  let best: number | null = null;
  let least = radius * radius;
  for (let index = 0; index < hall.ids.length; index++) {
    const [dx, dy] = [(hall.xs[index] ?? 0) - x, (hall.ys[index] ?? 0) - y];
    const distance = dx * dx + dy * dy;
    if (distance <= least) [best, least] = [index, distance];
  }
  return best;
}
