import { afterAll, beforeAll, expect, it } from "vitest";
import type { DomainEvent } from "./event-sink.ts";
import { placeHold } from "./hold/place-hold.ts";
import { createFaults } from "./testing/faults.ts";
import { openCore, type TestCore } from "./testing/open-core.ts";
import { ask, newGuest, openEvent } from "./testing/open-event.ts";

const told: DomainEvent[] = [];
const faults = createFaults();
let core: TestCore;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) => ({ ...faults.wrap(table), eventSink: (domainEvent) => told.push(domainEvent) }),
  });
});
afterAll(() => core.close());

it("gets each placed or refused hold once, and every repeated write", async () => {
  const { event_id } = await openEvent(core, { rows: 1, perRow: 4 });
  const [winner, loser] = [await newGuest(core), await newGuest(core)];
  told.length = 0;
  faults.plan((i) => (i < 5 ? "conflict" : null));
  const { holding_id, expires_at } = await placeHold(core, winner, ask(event_id, "A-1", "A-2"));
  await expect(placeHold(core, loser, ask(event_id, "A-2", "A-3"))).rejects.toThrow("taken");
  faults.end();
  const hold_ttl = Date.parse(expires_at) / 1000;
  expect(told).toContainEqual({ kind: "hold_won", holding_id, hold_ttl });
  const repeated = told.filter(({ kind }) => kind === "write_repeated");
  expect(repeated.length).toBeGreaterThan(0);
  expect(told.length - repeated.length).toBe(2);
  expect(told.at(-1)).toEqual({ kind: "hold_lost" });
});
