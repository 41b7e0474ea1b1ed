import { findEvent } from "@evently/core/event/find-event";
import { EventId, SeriesId } from "@evently/core/ids";
import { searchEvents } from "@evently/core/search/search-events";
import { listSeats } from "@evently/core/seat-map/get-seat-map";
import { listDates as listSeriesDates } from "@evently/core/series/list-dates";
import { update } from "@evently/core/table/actions";
import { keys } from "@evently/core/table/keys";
import type { Table } from "@evently/core/table/table";
import { updateItem } from "@evently/core/table/update-item";
import { countWrites, isWrite } from "@evently/core/testing/count-writes";
import { id } from "@evently/core/testing/id";
import type { TestCore } from "@evently/core/testing/open-core";
import { openCores } from "@evently/core/testing/open-cores";
import { openEvent } from "@evently/core/testing/open-event";
import { listVenues } from "@evently/core/venue/list-venues";
import { describe, expect, it } from "vitest";
import { listDates, readCatalog } from "./catalog.ts";
import { seedDemo } from "./seed-demo.ts";
import { findProgress } from "./seed-progress.ts";

const events = listDates(readCatalog().productions)
  .filter(({ venue }) => venue === "merkin-hall")
  .slice(0, 2);

const open = openCores();

/** The process dies at its `last`-th write: that one is or is not carried out, and no other is sent or answered. */
function dieAt(last: number, isCarriedOut: boolean) {
  let writes = 0;
  return (table: Table): Table => {
    const send = async (command: { constructor: { name: string } }) => {
      if (isWrite(command)) writes++;
      if (writes < last) return table.send(command as never);
      if (writes === last && isCarriedOut && isWrite(command)) await table.send(command as never);
      throw new Error("the process is dead");
    };
    return { ...table, send: send as Table["send"] };
  };
}

async function expectWhole(core: TestCore): Promise<void> {
  const venues = await listVenues(core, { limit: 50 });
  expect(venues.items.map(({ name }) => name)).toEqual(["Merkin Hall"]);
  await core.catalog.load();
  const cards = core.catalog.list();
  expect(cards.map(({ name }) => name)).toEqual(events.map(({ name }) => name));
  expect(new Set(cards.map(({ start_time }) => start_time)).size).toBe(events.length);
  for (const { event_id, seat_count } of cards) {
    const list = await listSeats(core, null, { event_id: EventId.parse(event_id), seat_state: "available" });
    const seats = list.toJSON().items;
    expect(seats).toHaveLength(seat_count);
    expect(seats.every(({ price }) => price > 0)).toBe(true);
  }
  expect(await findProgress(core)).toMatchObject({ drafted: events.length, copied: events.length });
}

describe("the demo", () => {
  it("is on sale up to the number asked for, then in full, then never again", async () => {
    const writes = countWrites();
    const core = await open({ wrap: writes.wrap });
    await seedDemo(core, { events, until: 1 });
    await core.catalog.load();
    expect(core.catalog.list()).toHaveLength(1);
    await seedDemo(core, { events });
    await expectWhole(core);
    writes.reset();
    await seedDemo(core, { events });
    expect(writes.count()).toBe(0);
  });

  it("keeps its dates when it is finished on another day", async () => {
    const core = await open();
    await seedDemo(core, { events, until: 1 });
    core.clock.advance(30 * 86_400);
    await seedDemo(core, { events });
    const first = await findEvent(core.table, id.event(1));
    const second = await findEvent(core.table, id.event(2));
    const days = (Date.parse(String(second?.start_time)) - Date.parse(String(first?.start_time))) / 86_400_000;
    const [a, b] = events.map(({ date }) => Date.parse(date) / 86_400_000);
    expect(Math.round(days)).toBe(Number(b) - Number(a));
  });

  it("has each name of a hall as a series, also when it goes on after a pause", async () => {
    const core = await open();
    const season = listDates(readCatalog().productions).filter(({ venue }) => venue === "merkin-hall");
    const [concert] = season;
    if (!concert) throw new Error("the hall has no concert");
    const another = { ...concert, name: "Another" };
    const dates = [
      concert,
      { ...another, time: "11:00" },
      { ...concert, time: "21:00" },
      { ...concert, time: "22:30" },
    ];
    await seedDemo(core, { events: dates, until: 2 });
    await seedDemo(core, { events: dates });
    await core.catalog.load();
    const firstOf = (name: string) => core.catalog.list().find((card) => card.name === name);
    const series_id = firstOf(concert.name)?.event_id.replace("event", "series");
    const told = core.catalog.list().map((card) => [card.name, card.series_id]);
    expect(told.filter(([name]) => name === concert.name)).toEqual(Array(3).fill([concert.name, series_id]));
    expect(firstOf("Another")?.series_id).toBeNull();
    const { items, total } = await searchEvents(core, { by_series: true, limit: 50 });
    expect([total, items.find(({ name }) => name === concert.name)?.dates?.count]).toEqual([2, 3]);
    expect(await listSeriesDates(core, SeriesId.parse(series_id))).toHaveLength(3);
  });

  it("goes on without series where the version before began", async () => {
    const core = await open();
    const [concert] = events;
    if (!concert) throw new Error("there is no concert");
    const dates = [concert, { ...concert, time: "22:30" }];
    await seedDemo(core, { events: dates, until: 1 });
    await updateItem(core.table, update({ key: keys.seed(), update: "REMOVE series" }));
    await seedDemo(core, { events: dates });
    expect((await findEvent(core.table, id.event(2)))?.series_id).toBeNull();
  });

  it("stops when it is aborted", async () => {
    const core = await open();
    await seedDemo(core, { events, signal: AbortSignal.abort() });
    expect(await findProgress(core)).toMatchObject({ drafted: 0, organizer: null });
  });

  it("leaves a table alone that someone uses", async () => {
    const core = await open();
    await openEvent(core);
    await seedDemo(core, { events });
    expect((await listVenues(core, { limit: 50 })).items.map(({ name }) => name)).toEqual(["Test hall"]);
    expect(await findProgress(core)).toBeNull();
  });

  it("is the same where two processes seed at once", async () => {
    const core = await open();
    const other = await open({ alongside: core });
    const pause = async () => core.clock.advance(1);
    await Promise.all([seedDemo(core, { events, pause }), seedDemo(other, { events, pause })]);
    await expectWhole(core);
  });
});

describe("the demo after the process was killed", () => {
  /** Each step of the way from an empty table to the first concert on sale, interrupted once. */
  const deaths = [
    ["the account", 3, true],
    ["the venue", 6, true],
    ["the venue's seats", 10, false],
    ["the venue's revision", 13, true],
    ["the draft, before it", 17, false],
    ["the draft", 17, true],
    ["the seats of the concert", 20, false],
    ["the publication", 23, true],
  ] as const;

  it.each(deaths)("at %s is finished exactly", async (_, last, isCarriedOut) => {
    const core = await open();
    const dying = await open({ alongside: core, wrap: dieAt(last, isCarriedOut) });
    await expect(seedDemo(dying, { events })).rejects.toThrow();
    await seedDemo(core, { events, pause: async () => core.clock.advance(10) });
    await expectWhole(core);
  });
});
