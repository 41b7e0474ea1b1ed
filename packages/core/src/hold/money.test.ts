import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { countIngredients } from "../testing/money/ingredients.ts";
import { openTestTill } from "../testing/money/money-world.ts";
import { playMoney } from "../testing/money/play-money.ts";

/** A short round; the proof plays ten thousand. */
it("whatever buyers, banks and machines do, money is for seats, and every payment ends", async () => {
  const seed = drawnSeed * 100_000;
  const { histories, steps, saw } = await playMoney({ openTill: openTestTill, seed, histories: 60, isInMemory: true });
  const counts = countIngredients(saw, []);
  process.stdout.write(`money, test gateway: ${histories} histories, ${steps} steps: ${JSON.stringify(counts)}\n`);
  expect(Object.entries(counts).filter(([name, count]) => count === 0 && !name.startsWith("death"))).toEqual([]);
});
