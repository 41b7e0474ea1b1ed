import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getEvent } from "../event/get-event.ts";
import { placeHold } from "../hold/place-hold.ts";
import { listPublished } from "../search/list-published.ts";
import type { SearchEvents } from "../search/search.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap } from "../seat-map/get-seat-map.ts";
import { copyEvent } from "../series/copy-event.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";

const day = 86_400;
/** Has room for all. */
let roomy: TestCore;
/** Another process on the same table, with room for some of them. */
let core: TestCore;
let late: Sale;

beforeAll(async () => {
  roomy = await openCore();
  const inDays = (days: number) => toInstant(Math.floor(roomy.clock()) + days * day);
  const open = (days: number, name: string, tag: string) =>
    openEvent(roomy, { rows: 1, perRow: 5, event: { name, start_time: inDays(days), tags: [tag] } });
  await open(20, "Near", "Jazz");
  for (const name of ["Second", "Third", "Fourth", "Fifth"]) await open(30, name, "Jazz");
  late = await open(90, "Zyzzogeton", "Opera");
  await copyEvent(roomy, late.organizer, { event_id: late.event_id, start_times: [inDays(97)], publish: true });
  await letTimePass(roomy, 130, 61);
  await roomy.catalog.load();
  core = await openCore({ alongside: roomy, catalogBudgetMb: (0.6 * roomy.catalog.fill().bytes) / 1_000_000 });
  await core.catalog.load();
});
afterAll(async () => {
  await core.close();
  await roomy.close();
});

async function find(input: Partial<SearchEvents>) {
  const { items, total, facets } = await searchEvents(core, { limit: 50, ...input });
  return { names: items.map(({ name }) => name), total, facets, items };
}

describe("an event that is left out of a full catalog", () => {
  it("is in no open list, nor in its facets, nor in the sitemap", async () => {
    expect(core.catalog.fill().left_out).toBeGreaterThanOrEqual(2);
    const { names, facets } = await find({});
    expect(names[0]).toBe("Near");
    expect(names).not.toContain("Zyzzogeton");
    expect(facets.tags).toEqual([{ value: "Jazz", count: names.length }]);
    expect(await find({ search: "zyzzogeton" })).toMatchObject({ total: 0 });
    expect(await find({ tag: "Opera" })).toMatchObject({ total: 0 });
    expect(listPublished(core, { page: 0 }).event_ids).not.toContain(late.event_id);
  });

  it("is in the list of its venue, with the other dates of its series as one row or each", async () => {
    const { venue_id } = await getEvent(core, late.organizer, late);
    expect(await find({ venue_id })).toMatchObject({ total: 2, facets: { tags: [{ value: "Opera", count: 2 }] } });
    const { items } = await find({ venue_id, by_series: true });
    expect(items).toMatchObject([{ name: "Zyzzogeton", seats_left: 5, dates: { count: 2, seats_left: 10 } }]);
  });

  it("is among the dates of its series", async () => {
    const { series_id } = await getEvent(core, late.organizer, late);
    if (series_id === null) throw new Error("the event has no series");
    expect(await find({ series_id, sort: "date" })).toMatchObject({ total: 2, names: ["Zyzzogeton", "Zyzzogeton"] });
  });

  it("has its page and its map, and is sold", async () => {
    const guest = await newGuest(core);
    expect(await getEvent(core, guest, late)).toMatchObject({ name: "Zyzzogeton", status: "published" });
    expect(await getSeatMap(core, guest, late)).toMatchObject({ states: "aaaaa" });
    await placeHold(core, guest, ask(late.event_id, "A-1"));
    expect(await getSeatMap(core, guest, late)).toMatchObject({ states: "haaaa" });
  });

  it("is found where there is room for it", async () => {
    expect((await searchEvents(roomy, { search: "zyzzogeton", limit: 50 })).total).toBe(2);
  });
});
