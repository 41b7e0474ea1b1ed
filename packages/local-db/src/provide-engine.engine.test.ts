import { expect, test } from "vitest";
import { answers } from "./start-engine.ts";

test("table tests find the engine that was started for them", async () => {
  // One that is busy with the other tests may leave a question unanswered in the two seconds it is given.
  await expect.poll(() => answers(process.env.DYNAMODB_ENDPOINT ?? "")).toBe(true);
});
