import { saleState } from "@evently/core/event/event.rules";
import { findEvent } from "@evently/core/event/find-event";
import type { EventId } from "@evently/core/ids";
import { update } from "@evently/core/table/actions";
import { keys } from "@evently/core/table/keys";
import { updateItem } from "@evently/core/table/update-item";
import { countWrites } from "@evently/core/testing/count-writes";
import { createDying } from "@evently/core/testing/dying-table";
import type { TestCore } from "@evently/core/testing/open-core";
import { openCores } from "@evently/core/testing/open-cores";
import { readSeats } from "@evently/core/testing/read-seats";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { expect, it } from "vitest";
import { listDates, readCatalog } from "./catalog.ts";
import { type SceneName, type SeasonEvent, scenes } from "./season.ts";
import { seedDemo } from "./seed-demo.ts";
import { findProgress } from "./seed-progress.ts";

const [concert] = listDates(readCatalog().productions).filter(({ venue }) => venue === "merkin-hall");
const seatCount = 449;

/** One concert a scene, on consecutive days in the smallest hall. */
function stage(...names: SceneName[]): SeasonEvent[] {
  if (!concert) throw new Error("nothing is played in Merkin Hall");
  return names.map((scene, day) => ({ ...concert, date: `2024-09-${10 + day}`, scene }));
}

const open = openCores();

async function listStaged(core: TestCore): Promise<EventId[]> {
  return Object.values((await findProgress(core))?.staged ?? {});
}

async function countBooked(core: TestCore, event_id: EventId): Promise<number> {
  return (await readSeats(core, event_id)).filter(({ seat_state }) => seat_state === "booked").length;
}

it("shows every state of a sale, each with a clean audit, and none is made again", async () => {
  const writes = countWrites();
  const core = await open({ wrap: writes.wrap });
  const names = Object.keys(scenes) as SceneName[];
  const began = core.clock();
  await seedDemo(core, { events: stage(...names) });
  await core.background.settled();
  writes.reset();
  const listed = await seedDemo(core, { events: stage(...names) });
  expect(writes.count()).toBe(0);

  const ids = await listStaged(core);
  expect(Object.entries(listed ?? {})).toEqual(names.map((name, index) => [name, ids[index]]));
  const found = Object.fromEntries(
    await Promise.all(
      names.map(async (name, index) => {
        const event_id = ids[index] as EventId;
        const event = await findEvent(core.table, event_id);
        if (!event) throw new Error(`${name} is missing`);
        const sale = [began + 1, began + 599, began + 601].map((now) => saleState(event, now));
        const isFree = Object.values(event.seat_type_prices).every((price) => price === 0);
        return [name, { status: event.status, sale, isFree, booked: await countBooked(core, event_id) }];
      }),
    ),
  );
  const open3 = ["open", "open", "open"];
  expect(found).toEqual({
    selling: { status: "published", sale: open3, isFree: false, booked: Math.floor(seatCount * scenes.selling.sold) },
    nearlySoldOut: { status: "published", sale: open3, isFree: false, booked: 444 },
    soldOut: { status: "published", sale: open3, isFree: false, booked: seatCount },
    opensSoon: { status: "published", sale: ["upcoming", "upcoming", "open"], isFree: false, booked: 0 },
    ended: { status: "published", sale: ["open", "ended", "ended"], isFree: false, booked: 112 },
    paused: { status: "paused", sale: open3, isFree: false, booked: 44 },
    cancelled: { status: "cancelling", sale: open3, isFree: false, booked: 8 },
    free: { status: "published", sale: open3, isFree: true, booked: 224 },
  });

  await letTimePass(core, 1_200);
  const cancelled = ids[names.indexOf("cancelled")] as EventId;
  expect((await findEvent(core.table, cancelled))?.status).toBe("cancelled");
  expect(await countBooked(core, cancelled)).toBe(0);
  for (const event_id of ids) await expectCleanAudit(core, event_id);
});

it("puts the first concerts on sale without selling their seats", async () => {
  const core = await open();
  await seedDemo(core, { events: stage("soldOut", "paused"), until: 1 });
  const [event_id] = (await listStaged(core)) as [EventId];
  expect(await countBooked(core, event_id)).toBe(0);
  expect((await findProgress(core))?.played).toEqual({});
});

it.each(["before", "after"] as const)(
  "sells out what a killed process began, which died %s a transaction",
  async (when) => {
    const core = await open();
    const dying = createDying();
    const dead = await open({ alongside: core, wrap: dying.wrap });
    await seedDemo(core, { events: stage("soldOut", "paused"), until: 1 });
    dying.die(101, when);
    await expect(seedDemo(dead, { events: stage("soldOut", "paused") })).rejects.toThrow();
    const [event_id] = (await listStaged(core)) as [EventId];
    expect(await countBooked(core, event_id)).toBeGreaterThan(0);

    await seedDemo(core, { events: stage("soldOut", "paused"), pause: () => letTimePass(core, 40) });
    expect(await countBooked(core, event_id)).toBe(seatCount);
    expect((await findProgress(core))?.played).toEqual({ 0: true, 1: true });
    await letTimePass(core, 600);
    for (const staged of await listStaged(core)) await expectCleanAudit(core, staged);
  },
);

it("sells the same seats where two processes seed at once", async () => {
  const core = await open();
  const other = await open({ alongside: core });
  const pause = async () => core.clock.advance(1);
  const events = stage("nearlySoldOut", "free");
  await Promise.all([seedDemo(core, { events, pause }), seedDemo(other, { events, pause })]);
  await Promise.all([core.background.settled(), other.background.settled()]);
  const ids = await listStaged(core);
  expect(await Promise.all(ids.map((event_id) => countBooked(core, event_id)))).toEqual([444, 224]);
  await letTimePass(core, 600);
  for (const event_id of ids) await expectCleanAudit(core, event_id);
});

it("goes on weeks after an interruption: concerts that have passed are drafts, whatever their scene", async () => {
  const core = await open();
  const names: SceneName[] = ["opensSoon", "ended", "paused"];
  await seedDemo(core, { events: stage("selling", ...names), until: 1 });
  core.clock.advance(30 * 86_400);
  expect(await seedDemo(core, { events: stage("selling", ...names) })).not.toBeNull();
  const [, ...passed] = await listStaged(core);
  const statuses = await Promise.all(passed.map(async (event_id) => (await findEvent(core.table, event_id))?.status));
  expect(statuses).toEqual(["draft", "draft", "draft"]);
});

it("finishes a table begun before there were scenes in its own order", async () => {
  const core = await open();
  await findProgress(core);
  await updateItem(core.table, update({ key: keys.seed(), update: "REMOVE staged, played" }));
  await seedDemo(core, { until: 3 });
  await core.catalog.load();
  expect(new Set(core.catalog.list().map(({ venue_name }) => venue_name))).toEqual(new Set(["David Geffen Hall"]));
});
