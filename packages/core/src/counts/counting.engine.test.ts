import * as fc from "fast-check";
import { afterAll, beforeAll, it } from "vitest";
import { anyHistory, live } from "../testing/counting-world.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";

const histories = process.env.EVENTLY_PROOF ? 60 : 4;
let core: TestCore;
let events = 0;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

it("no count is lost or doubled where an engine decides what it carries out", async () => {
  const property = fc.asyncProperty(anyHistory, async (history) => {
    await live(core.table, id.event(`event-${String(++events).padStart(5, "0")}`), history);
  });
  await fc.assert(property, { numRuns: histories, endOnFailure: true });
});
