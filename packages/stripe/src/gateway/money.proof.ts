import { fileURLToPath } from "node:url";
import { drawnSeed } from "@evently/core/testing/drawn-seed";
import { countIngredients, missing, ofStripe } from "@evently/core/testing/money/ingredients";
import { playAside } from "@evently/core/testing/money/play-aside";
import { expect, it } from "vitest";

const histories = 10_000;
const program = fileURLToPath(new URL("../testing/stripe-till-program.ts", import.meta.url));

it("in 10,000 histories with Stripe money is for seats, and every payment ends", { timeout: 3_600_000 }, async () => {
  const { steps, saw } = await playAside(program, { seed: drawnSeed * 100_000, histories });
  const counts = countIngredients(saw, ofStripe);
  process.stdout.write(`money, Stripe: ${histories} histories, ${steps} steps: ${JSON.stringify(counts)}\n`);
  expect(missing(counts, histories / 100)).toEqual([]);
});
