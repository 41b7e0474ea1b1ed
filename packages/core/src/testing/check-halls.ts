import * as fc from "fast-check";
import { anyHall } from "./arbitrary-hall.ts";
import type { TestHall } from "./draw-hall.ts";
import { drawnSeed } from "./drawn-seed.ts";
import { seededRandom } from "./random.ts";

/** Checks a statement about many halls, with reproducible numbers from 0 to 1 to draw from; prints the seed of the halls. */
export function checkHalls(
  statement: string,
  numRuns: number,
  check: (hall: TestHall, random: () => number) => void,
): void {
  process.stdout.write(`${statement}: ${numRuns} halls of seed ${drawnSeed}\n`);
  const property = fc.property(anyHall, fc.nat(), (hall, draw) => check(hall, seededRandom(draw)));
  fc.assert(property, { numRuns, seed: drawnSeed });
}
