import { expect, it } from "vitest";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { openTestTill } from "../testing/money/money-world.ts";
import { playMoney } from "../testing/money/play-money.ts";

const histories = process.env.EVENTLY_PROOF ? 300 : 4;

it("money is for seats on an engine as it is in memory", async () => {
  const played = await playMoney({ openTill: openTestTill, seed: drawnSeed * 1_000, histories, isInMemory: false });
  expect(played.histories).toBe(histories);
});
