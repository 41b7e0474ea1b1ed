import { drawnSeed } from "@evently/core/testing/drawn-seed";
import { countIngredients, ofStripe } from "@evently/core/testing/money/ingredients";
import { playMoney } from "@evently/core/testing/money/play-money";
import { expect, it } from "vitest";
import { openStripeTill } from "../testing/open-stripe-till.ts";

/** A short round; the proof plays ten thousand. */
it("whatever buyers, banks, Stripe and machines do, money is for seats, and every payment ends", async () => {
  const seed = drawnSeed * 100_000;
  const { histories, steps, saw } = await playMoney({
    openTill: openStripeTill,
    seed,
    histories: 50,
    isInMemory: true,
  });
  const counts = countIngredients(saw, ofStripe);
  process.stdout.write(`money, Stripe: ${histories} histories, ${steps} steps: ${JSON.stringify(counts)}\n`);
  expect(Object.entries(counts).filter(([name, count]) => count === 0 && !name.startsWith("death"))).toEqual([]);
});
