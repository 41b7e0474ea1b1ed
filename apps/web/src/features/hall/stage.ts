import { type Box, boxAround, centerOf, heightOf, widthOf } from "./geometry";
import type { Hall } from "./hall";

/** Where the stage is drawn: its front edge at y = 0 or just before the first row, no wider than the seats on both sides allow. */
export function findStage(hall: Hall): Box {
  const { x: middle } = centerOf(hall.box);
  const wanted = Math.max(hall.pitch * 5, widthOf(hall.box) * 0.22);
  const inFront = boxAround(seatsWithin(hall, middle, wanted), hall.pitch);
  const front = Math.min(0, heightOf(inFront) > 0 ? inFront.top - hall.pitch : 0);
  const depth = Math.min(120, Math.max(hall.pitch * 3, wanted * 0.3));
  const clearance = nearestAside(hall, middle, front);
  const half = Math.max(hall.pitch * 3, Math.min(wanted, clearance - hall.pitch * 2));
  return { left: middle - half, right: middle + half, top: front - depth, bottom: front };
}

/** The hall with its stage and some air around: what the map shows when nothing is zoomed. */
export function frameHall(hall: Hall): Box {
  const stage = findStage(hall);
  const air = hall.pitch * 2;
  return {
    left: Math.min(hall.box.left, stage.left) - air,
    top: Math.min(hall.box.top, stage.top) - air,
    right: Math.max(hall.box.right, stage.right) + air,
    bottom: Math.max(hall.box.bottom, stage.bottom) + air,
  };
}

/** Width by height of the hall with its stage. */
export function aspectOf(hall: Hall): number {
  const frame = frameHall(hall);
  return widthOf(frame) / heightOf(frame);
}

function* seatsWithin(hall: Hall, middle: number, half: number) {
  for (let index = 0; index < hall.ids.length; index++) {
    const [x, y] = [hall.xs[index] ?? 0, hall.ys[index] ?? 0];
    if (Math.abs(x - middle) <= half && y >= -hall.pitch) yield { x, y };
  }
}

/** How far the nearest seat at the sides of the stage is from its middle line. */
function nearestAside(hall: Hall, middle: number, front: number): number {
  let nearest = Infinity;
  for (let index = 0; index < hall.ids.length; index++)
    if ((hall.ys[index] ?? 0) < front) nearest = Math.min(nearest, Math.abs((hall.xs[index] ?? 0) - middle));
  return nearest;
}
