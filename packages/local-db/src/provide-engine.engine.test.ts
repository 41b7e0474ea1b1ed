import { expect, test } from "vitest";
import { answers } from "./start-engine.ts";

test("table tests find the engine that was started for them", async () => {
  expect(await answers(process.env.DYNAMODB_ENDPOINT ?? "")).toBe(true);
});
