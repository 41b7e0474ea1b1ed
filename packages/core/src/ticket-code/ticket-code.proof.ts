import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { drawMutation, drawnKeys } from "../testing/mutate-code.ts";
import { seededRandom } from "../testing/random.ts";

it("accepts none of 100,000 mutations of valid codes", () => {
  const random = seededRandom(drawnSeed);
  const accepted = new Set<string>();
  for (let i = 0; i < 100_000; i++) {
    const { code, mutation } = drawMutation(random);
    if (drawnKeys.verify(code)) accepted.add(`${mutation}: ${code}`);
  }
  expect([...accepted]).toEqual([]);
});
