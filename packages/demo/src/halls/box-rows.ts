import type { Place, Row } from "./hall.ts";
import { type Horseshoe, halfLength, standAt } from "./horseshoe.ts";

const seatPitch = 5.5;
const depthPitch = 7.5;

/**
 * Boxes of up to three seats abreast, spread evenly over the horseshoe from the left front end to the right one;
 * `sizes` gives the seats of each. Every box is a row of its own, numbered from the parapet backwards.
 */
export function boxRows(shape: Horseshoe, sizes: number[]): Row[] {
  const step = (2 * halfLength(shape)) / sizes.length;
  return sizes.map((size, index) => ({
    label: `Box ${index + 1}`,
    code: String(index + 1),
    places: boxPlaces(shape, (index - (sizes.length - 1) / 2) * step, size),
  }));
}

function boxPlaces(shape: Horseshoe, along: number, size: number): Place[] {
  const { x, y, outX, outY } = standAt(shape, along);
  return Array.from({ length: size }, (_, seat) => {
    const depth = Math.floor(seat / 3);
    const abreast = Math.min(3, size - depth * 3);
    const sideways = ((seat % 3) - (abreast - 1) / 2) * seatPitch;
    return {
      x: x + outX * depth * depthPitch + outY * sideways,
      y: y + outY * depth * depthPitch - outX * sideways,
    };
  });
}
