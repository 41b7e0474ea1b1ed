import { expect, it } from "vitest";
import { fuzz } from "../testing/fuzz/fuzz-story.ts";

it("1,000 requests drawn from the document are all answered by its contract, and what is refused is not written", async () => {
  const tally = await fuzz({ requests: 1_000, seed: 1 });
  const answered = [...tally.values()].flatMap((statuses) => [...statuses.values()]);
  expect(answered.reduce((sum, count) => sum + count, 0)).toBe(1_000);
}, 900_000);
