import * as fc from "fast-check";
import { drawHall, type HallShape, type TestHall } from "./draw-hall.ts";

const row = fc.record({
  /** Seats between two aisles. */
  blocks: fc.array(fc.constantFrom(1, 2, 2, 3, 4, 6, 9), { minLength: 1, maxLength: 4 }),
  /** From the last seat before an aisle to the first one after it, in distances of neighbors. */
  aisle: fc.constantFrom(2, 2.5, 4),
  numbering: fc.constantFrom(
    ...(["rightwards", "leftwards", "from the middle", "to the middle", "odd", "even", "from 101"] as const),
  ),
  /** Its distance of neighbors, as a part of the hall's. */
  spacing: fc.constantFrom(1, 1, 0.93, 1.08),
  /** Whether its seats are under two codes. */
  isSpread: fc.boolean(),
  isByNumber: fc.boolean(),
});

const section = fc.record({
  kind: fc.constantFrom(...(["straight", "curved", "wavy", "fan", "horseshoe", "boxes", "three sections"] as const)),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  /** How far the section is turned around the stage, in degrees: at 90 its rows lead away from it. */
  turn: fc.constantFrom(0, 0, 90, -90, 30, -45, 137),
  distance: fc.integer({ min: 40, max: 200 }),
});

const shape: fc.Arbitrary<HallShape> = fc.record({
  sections: fc.array(section, { minLength: 1, maxLength: 4 }),
  pitch: fc.constantFrom(4.5, 5.2, 5.5, 7, 9.6),
  positions: fc.constantFrom("given", "given", "given", "none", "none, only odd numbers"),
  mixedTypes: fc.boolean(),
});

/** Halls in which most seats have a neighbor: else nothing tells an aisle from a neighbor. */
export const anyHall: fc.Arbitrary<TestHall> = shape.map(drawHall).filter(({ runs }) => {
  const lone = runs.filter((run) => run.length === 1).length;
  return lone * 2 < runs.flat().length;
});
