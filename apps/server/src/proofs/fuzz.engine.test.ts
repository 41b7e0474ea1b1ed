import { expect, it } from "vitest";
import { fuzz } from "../testing/fuzz/fuzz-story.ts";

it("1,000 generated requests get documented responses, and failed ones write nothing", async () => {
  const tally = await fuzz({ requests: 1_000, seed: 1 });
  const answered = [...tally.values()].flatMap((statuses) => [...statuses.values()]);
  expect(answered.reduce((sum, count) => sum + count, 0)).toBe(1_000);
}, 900_000);
