import type { BatchGetCommandInput, GetCommandInput } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { fakeTable, silence } from "../testing/fake-table.ts";
import { id } from "../testing/id.ts";
import { createRecentEvents } from "./recent-events.ts";

const stored = (event_id: string, status: string) => ({
  event_id,
  venue_id: "venue-00001",
  name: "Concert",
  start_time: "2027-02-01T20:00:00.000Z",
  duration: 120,
  artists: [],
  tags: [],
  description: "",
  seat_type_prices: { Stalls: 4500 },
  currency: "USD",
  sales_start: "2026-01-01T00:00:00.000Z",
  sales_end: null,
  status,
  seat_count: 10,
  layout_id: "layout-venue-00001-1",
  owner_id: "user-00001",
  created_at: "2026-01-01T00:00:00.000Z",
  venue_name: "Hall",
  city: "Oslo",
  timezone: "Europe/Oslo",
});

/** A table with every event except number 0, and a manual clock. */
function openRecent() {
  let now = 1_000;
  let status = "published";
  let during: () => void = () => undefined;
  const find = (id: string) => (id === "event-00000" ? [] : [{ pk: id, ...stored(id, status) }]);
  const { table, inputs } = fakeTable<GetCommandInput & BatchGetCommandInput>(({ Key, RequestItems }) => {
    const wanted = RequestItems?.evently?.Keys ?? [];
    const items = [...wanted, Key ?? []].flat().flatMap(({ pk }) => find(pk));
    during();
    return Key ? { Item: items[0] } : { Responses: { evently: items } };
  });
  return {
    events: createRecentEvents(table, () => now),
    reads: () => inputs.length,
    advance: (seconds: number) => {
      now += seconds;
    },
    change: (to: string) => {
      status = to;
    },
    during: (act: () => void) => {
      during = act;
    },
  };
}

it("an event is read once within two seconds", async () => {
  const { events, reads, advance } = openRecent();
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => events.find(id.event(1))));
  for (const other of others) expect(other).toBe(first);
  advance(1.999);
  expect(await events.find(id.event(1))).toBe(first);
  expect(reads()).toBe(1);
  advance(0.001);
  await events.find(id.event(1));
  expect(reads()).toBe(2);
});

it("its age counts from the start of the read", async () => {
  const { events, advance, change, during } = openRecent();
  during(() => advance(2));
  expect(await events.find(id.event(1))).toMatchObject({ status: "published" });
  change("paused");
  expect(await events.find(id.event(1))).toMatchObject({ status: "paused" });
});

it("an own change evicts that event at once, and no other", async () => {
  const { events, reads, change } = openRecent();
  await events.find(id.event(1));
  await events.find(id.event(2));
  change("paused");
  events.forget(id.event(1));
  expect(await events.find(id.event(1))).toMatchObject({ status: "paused" });
  expect(await events.find(id.event(2))).toMatchObject({ status: "published" });
  expect(reads()).toBe(3);
});

it("a missing event is cached too, so that guessing ids costs no reads", async () => {
  const { events, reads } = openRecent();
  for (let i = 0; i < 10; i++) expect(await events.find(id.event(0))).toBeNull();
  expect(reads()).toBe(1);
});

it("several events are read together, only those not cached, each once", async () => {
  const { events, reads, advance } = openRecent();
  await events.find(id.event(1));
  const ids = [0, 1, 2, 3, 2].map(id.event);
  const found = await events.findAll(ids);
  expect([...found.keys()].toSorted()).toEqual(["event-00001", "event-00002", "event-00003"]);
  expect(reads()).toBe(2);
  expect(await events.find(id.event(2))).toBe(found.get(id.event(2)));
  expect(await events.findAll(ids)).toEqual(found);
  expect(reads()).toBe(2);
  advance(2);
  expect(await events.findAll(ids)).toEqual(found);
  expect(reads()).toBe(3);
  expect(await events.findAll([])).toEqual(new Map());
  expect(reads()).toBe(3);
});

it("a failed read is not cached", async () => {
  const { table } = fakeTable<GetCommandInput>(({ Key }, before) =>
    before === 0 ? silence() : { Item: stored(Key?.pk, "published") },
  );
  const events = createRecentEvents(table, () => 1_000);
  await expect(events.find(id.event(1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await events.find(id.event(1))).toMatchObject({ event_id: "event-00001" });
});

it("the most recently used events stay cached, up to a size", async () => {
  const { table, inputs } = fakeTable<GetCommandInput>(({ Key }) => ({
    Item: { ...stored(Key?.pk, "published"), description: "d".repeat(Key?.pk === id.event(9) ? 30_000 : 100) },
  }));
  const events = createRecentEvents(table, () => 1_000, 50_000);
  const find = async (...numbers: number[]) => {
    for (const number of numbers) await events.find(id.event(number));
    return inputs.splice(0).map(({ Key }) => Key?.pk);
  };
  const few = Array.from({ length: 8 }, (_, i) => i + 1);
  await find(...few);
  expect(await find(...few)).toEqual([]);
  await find(9);
  expect(await find(8, 7, 9)).toEqual([]);
  expect(await find(1)).toEqual([id.event(1)]);
});
