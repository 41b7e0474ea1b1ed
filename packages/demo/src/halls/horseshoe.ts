import type { Place } from "./hall.ts";

export type Horseshoe = { halfWidth: number; frontY: number; rearY: number; corner: number };

/** A place on the horseshoe and the direction that leads outward from it. */
export type Stand = Place & { outX: number; outY: number };

/** Length of one half, from the middle of the rear to the front end of a side. */
export function halfLength({ halfWidth, frontY, rearY, corner }: Horseshoe): number {
  return halfWidth - corner + (Math.PI / 2) * corner + (rearY - corner - frontY);
}

/**
 * The place `along` decimetres from the middle of the rear, positive to the right: first the rear wall, then a quarter
 * circle, then the side wall towards the stage.
 */
export function standAt(shape: Horseshoe, along: number): Stand {
  if (along < 0) {
    const { x, y, outX, outY } = standAt(shape, -along);
    return { x: -x, y, outX: -outX, outY };
  }
  const { halfWidth, rearY, corner } = shape;
  const flat = halfWidth - corner;
  const bend = (Math.PI / 2) * corner;
  if (along <= flat) return { x: along, y: rearY, outX: 0, outY: 1 };
  if (along <= flat + bend) {
    const angle = (along - flat) / corner;
    const [outX, outY] = [Math.sin(angle), Math.cos(angle)];
    return { x: flat + corner * outX, y: rearY - corner + corner * outY, outX, outY };
  }
  return { x: halfWidth, y: rearY - corner - (along - flat - bend), outX: 1, outY: 0 };
}
