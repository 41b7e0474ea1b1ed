import { type Box, boxAround, hitRadius, type Point, toHall, type View } from "~/features/hall/geometry";
import { type Hall, nearestSeat } from "~/features/hall/hall";

/** A drag shorter than this is a press, in pixels. */
const pressPx = 6;

/** The seats in the rectangle between two points of the screen; of a press the one within reach. */
export function seatsInBox(hall: Hall, view: View, from: Point, to: Point): string[] {
  if (Math.hypot(to.x - from.x, to.y - from.y) < pressPx) {
    const near = nearestSeat(hall, toHall(view, to), hitRadius(view.scale, hall.pitch));
    return near === null ? [] : [hall.ids[near] ?? ""];
  }
  const box = boxAround([toHall(view, from), toHall(view, to)]);
  return hall.ids.filter((_, seat) => isIn(box, { x: hall.xs[seat] ?? 0, y: hall.ys[seat] ?? 0 }));
}

const isIn = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
