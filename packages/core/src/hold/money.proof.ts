import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { countIngredients, missing } from "../testing/money/ingredients.ts";
import { playAside } from "../testing/money/play-aside.ts";
// The same on an engine, with 300 histories: EVENTLY_PROOF is set for this project.
import "./money.engine.test.ts";

const histories = 10_000;
const program = fileURLToPath(new URL("../testing/money/test-till-program.ts", import.meta.url));

it("in 10,000 histories money is for seats, and every payment ends", { timeout: 3_600_000 }, async () => {
  const { steps, saw } = await playAside(program, { seed: drawnSeed * 100_000, histories });
  const counts = countIngredients(saw, []);
  process.stdout.write(`money, test gateway: ${histories} histories, ${steps} steps: ${JSON.stringify(counts)}\n`);
  expect(missing(counts, histories / 100)).toEqual([]);
});
