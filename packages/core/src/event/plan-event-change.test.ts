import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { toInstant, toSeconds } from "../time.ts";
import type { StoredEvent } from "./event.table.ts";
import { ChangeEvent, EventRecord, type EventText } from "./event.ts";
import { completeChange, findChangeFaults, listFields, planChange } from "./plan-event-change.ts";

const now = toSeconds("2027-01-10T12:00:00.000Z");
const event: StoredEvent = {
  ...EventRecord.parse({
    ...{ event_id: "event-00001", venue_id: "venue-00001", name: "Concert", description: "", owner_id: "user-00001" },
    ...{ start_time: "2027-02-01T19:00:00.000Z", duration: 120, artists: ["Ada"], tags: ["choir"], currency: "USD" },
    ...{ seat_type_prices: { Stalls: 4500, Box: 9000 }, sales_start: "2027-01-01T10:00:00.000Z", sales_end: null },
    ...{
      status: "published",
      seat_count: 3,
      layout_id: "layout-venue-00001-1",
      created_at: "2027-01-01T10:00:00.000Z",
    },
  }),
  ...{ venue_name: "Hall", city: "Oslo", timezone: "Europe/Oslo", after_copy: null, never_shown: false },
};
const text: EventText = { programme: "Songs", artists: ["Ada"], doors_time: "2027-02-01T18:00:00.000Z" };

type ChangeFields = Omit<Partial<ChangeEvent>, "event_id" | "revision">;
const ask = (change: ChangeFields, from = event, its = text) =>
  completeChange(from, its, ChangeEvent.parse({ event_id: from.event_id, revision: 0, ...change }));
const plan = (change: ChangeFields, from = event, its = text) => {
  const planned = planChange(from, its, ask(change, from, its), now);
  return { ...planned, event: planned.event as Partial<StoredEvent> };
};
const faultsOf = (change: ChangeFields, from = event, its = text, at = now) =>
  findChangeFaults(from, listFields(from, its), ask(change, from, its), change.series ?? false, at).map(
    ({ path }) => path,
  );

describe("a change", () => {
  it("is planned of what differs alone", () => {
    const { event: changed, before, after } = plan({ name: "Recital", description: "", duration: 120 });
    expect([changed, after, before.name]).toEqual([{ name: "Recital" }, { name: "Recital" }, "Concert"]);
  });

  it.each<[string, ChangeFields, string | undefined]>([
    ["of the address takes away the map of the old one", { address: "Quay 1" }, undefined],
    ["that takes the address away takes its map too", { address: null }, undefined],
    ["of the address keeps a map that it states", { address: "Quay 1", map_url: "https://e.org/b" }, "https://e.org/b"],
    [
      "of the address keeps the old map if it says so",
      { address: "Quay 1", map_url: "https://e.org/a" },
      "https://e.org/a",
    ],
    ["that states the same address keeps its map", { address: "Lawn 3", name: "Recital" }, "https://e.org/a"],
    ["of something else keeps the map", { name: "Recital" }, "https://e.org/a"],
  ])("%s", (_, change, map_url) => {
    const there = { ...text, address: "Lawn 3", map_url: "https://e.org/a" };
    const planned = plan(change, event, there);
    expect(planned.text.map_url).toBe(map_url);
    expect(planned.after.map_url).toBe(map_url === undefined ? null : map_url.endsWith("b") ? map_url : undefined);
  });

  it("that asks for what is there already is none, in any order and zone", () => {
    const same: ChangeFields = {
      ...{ name: "Concert", artists: ["Ada"], tags: ["choir"], programme: "Songs", poster_seed: null, sales_end: null },
      ...{ seat_type_prices: { Box: 9000, Stalls: 4500 }, cancellation_policy: { percent: 100, hours_before: 0 } },
      ...{
        start_time: "2027-02-01T20:00:00+01:00",
        doors_time: "2027-02-01T18:00:00Z",
        min_age: null,
        currency: "USD",
      },
    };
    const { event: changed, text: kept, after } = plan(same);
    expect([changed, after, kept]).toEqual([{}, {}, text]);
  });

  it.each<[ChangeFields, object, object]>([
    [{ name: "Recital" }, { name: "Recital" }, text],
    [{ description: "Short" }, { description: "Short" }, text],
    [{ tags: [] }, { tags: [] }, text],
    [{ poster_seed: 7 }, { poster_seed: 7, catalog_order: "2027-02-01T19:00:00.000Z#event-00001##7" }, text],
    [{ duration: 90 }, { duration: 90 }, text],
    [{ sales_start: "2027-01-02T10:00:00.000Z" }, { sales_start: "2027-01-02T10:00:00.000Z" }, text],
    [{ sales_end: "2027-02-01T20:00:00.000Z" }, { sales_end: "2027-02-01T20:00:00.000Z" }, text],
    [{ cancellation_policy: null }, { cancellation_policy: null }, text],
    [{ programme: "" }, {}, { ...text, programme: "" }],
    [
      { min_age: 16, address: "Lawn 3", map_url: "https://example.org/m" },
      {},
      { ...text, min_age: 16, address: "Lawn 3", map_url: "https://example.org/m" },
    ],
    [{ doors_time: null }, {}, { programme: "Songs", artists: ["Ada"] }],
  ])("of %j", (change, inEvent, inText) => {
    const planned = plan(change);
    expect([planned.event, planned.text]).toEqual([inEvent, inText]);
  });

  it("of artists names all in the text, and the first twelve in EVENT", () => {
    const artists = Array.from({ length: 20 }, (_, i) => `Artist ${i}`);
    const { event: changed, text: kept } = plan({ artists });
    expect([changed.artists, kept.artists]).toEqual([artists.slice(0, 12), artists]);
  });

  it("takes away what is null, and keeps null where that says something", () => {
    const seeded = { ...event, poster_seed: 7, sales_end: event.start_time };
    expect(plan({ poster_seed: null, sales_end: null }, seeded).event).toEqual({
      ...{ poster_seed: undefined, sales_end: null, catalog_order: "2027-02-01T19:00:00.000Z#event-00001" },
    });
  });
});

describe("a change of prices", () => {
  it("keeps those left out, and is the next revision of the prices", () => {
    const {
      event: changed,
      before,
      after,
    } = plan({ seat_type_prices: { Box: 10_000 } }, { ...event, price_revision: 4 });
    expect(changed).toEqual({ seat_type_prices: { Stalls: 4500, Box: 10_000 }, price_revision: 5 });
    expect([before.seat_type_prices, after.seat_type_prices]).toEqual([
      { Stalls: 4500, Box: 9000 },
      { Stalls: 4500, Box: 10_000 },
    ]);
  });

  it("finds a type however its letters are composed", () => {
    const decomposed = "Cafe\u0301";
    const cafe = { ...event, seat_type_prices: { [decomposed]: 100 } };
    expect(plan({ seat_type_prices: { Café: 200 } }, cafe).event.seat_type_prices).toEqual({ [decomposed]: 200 });
  });

  it("names each type that the event does not have", () => {
    expect(faultsOf({ seat_type_prices: { Stalls: 1, Stall: 2, Lawn: 3 } })).toEqual([
      "seat_type_prices.Stall",
      "seat_type_prices.Lawn",
    ]);
  });
});

describe("a move to another time", () => {
  const later = "2027-03-01T19:00:00.000Z";

  it("keeps the start before the first move, and gives fourteen days of free cancellation", () => {
    const moved = plan({ start_time: later }).event;
    expect(moved).toMatchObject({
      ...{ start_time: later, moved_from: "2027-02-01T19:00:00.000Z" },
      ...{ free_cancellation_until: toInstant(now + 14 * 86_400), catalog_order: `${later}#event-00001` },
    });
    const again = plan({ start_time: "2027-04-01T19:00:00.000Z" }, { ...event, ...moved }).event;
    expect(again).toMatchObject({ moved_from: "2027-02-01T19:00:00.000Z", start_time: "2027-04-01T19:00:00.000Z" });
  });

  it("gives no more of it than until the event begins", () => {
    const soon = "2027-01-12T19:00:00.000Z";
    expect(plan({ start_time: soon }).event).toMatchObject({ free_cancellation_until: soon });
  });

  it("keeps the doors as far before the start, unless they are told too", () => {
    expect(plan({ start_time: later }).text.doors_time).toBe("2027-03-01T18:00:00.000Z");
    expect(plan({ start_time: later, doors_time: later }).text.doors_time).toBe(later);
    expect(plan({ start_time: later, doors_time: null }).text.doors_time).toBeUndefined();
    expect(plan({ start_time: later }, event, { programme: "" }).text.doors_time).toBeUndefined();
  });

  it("of a draft is seen by nobody: no free cancellation, nothing in the catalog", () => {
    const { event: changed } = plan({ start_time: later, poster_seed: 3 }, { ...event, status: "draft" });
    expect(changed).toEqual({ start_time: later, poster_seed: 3 });
  });

  it("of a paused event gives free cancellation, and nothing in the catalog", () => {
    const { event: changed } = plan({ start_time: later }, { ...event, status: "paused" });
    expect(Object.keys(changed).sort()).toEqual(["free_cancellation_until", "moved_from", "start_time"]);
  });

  it("to any time keeps the distance of the doors, and frees until its start at the latest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 500_000 }), (ahead, before) => {
        const start_time = toInstant(now + ahead);
        const doors = { ...text, doors_time: toInstant(toSeconds(event.start_time) - before) };
        fc.pre(start_time !== event.start_time);
        const { event: changed, text: kept } = plan({ start_time }, event, doors);
        expect(toSeconds(start_time) - toSeconds(kept.doors_time ?? "")).toBeCloseTo(before, 3);
        const until = toSeconds(String(changed.free_cancellation_until));
        expect(until).toBe(Math.min(toSeconds(start_time), now + 14 * 86_400));
      }),
    );
  });
});

describe("what stands in the way", () => {
  const begun = toSeconds(event.start_time) + 60;

  it.each<[string, ChangeFields, string[]]>([
    ["a start in the past", { start_time: "2027-01-10T11:59:59.000Z", duration: 300 }, ["start_time"]],
    ["an event that would be over", { start_time: "2027-01-10T08:00:00.000Z" }, ["start_time", "duration"]],
    ["a sale that ends after the event", { sales_end: "2027-02-01T21:00:01.000Z" }, ["sales_end"]],
    ["a sale that opens once it is over", { sales_start: "2027-02-01T19:00:00.000Z" }, ["sales_start"]],
    ["a sale that ends before it opens", { sales_end: "2027-01-01T10:00:00.000Z" }, ["sales_end"]],
    ["doors that open after the start", { doors_time: "2027-02-01T19:00:01.000Z" }, ["doors_time"]],
    ["another currency once it is public", { currency: "EUR" }, ["currency"]],
    [
      "times and prices of a whole series",
      { series: true, duration: 60, seat_type_prices: { Box: 1 } },
      ["duration", "seat_type_prices"],
    ],
    ["nothing, of texts and facts of a series", { series: true, name: "Recital", min_age: 12 }, []],
    ["nothing, of a sale that ends with the event", { sales_end: "2027-02-01T21:00:00.000Z" }, []],
    ["nothing, of the same currency", { currency: "USD" }, []],
  ])("is named by field: %s", (_, change, paths) => {
    expect(faultsOf(change)).toEqual(paths);
  });

  it("is a move before the sale opens, where that is what is asked", () => {
    const later = { ...event, sales_start: "2027-01-20T10:00:00.000Z" };
    expect(faultsOf({ start_time: "2027-01-15T10:00:00.000Z" }, later)).toEqual(["start_time"]);
  });

  it("is that an event has begun, for its start, not for its texts, its sale, and its end until then", () => {
    expect(faultsOf({ start_time: "2027-05-01T19:00:00.000Z" }, event, text, begun)).toEqual(["start_time"]);
    expect(faultsOf({ name: "Recital", programme: "", seat_type_prices: { Box: 1 } }, event, text, begun)).toEqual([]);
    expect(faultsOf({ duration: 180, sales_end: "2027-02-01T22:00:00.000Z" }, event, text, begun)).toEqual([]);
    expect(faultsOf({ name: "Recital", duration: 180 }, event, text, begun + 7_200)).toEqual(["duration"]);
  });

  it("is nothing for the currency of a draft", () => {
    expect(faultsOf({ currency: "EUR" }, { ...event, status: "draft" })).toEqual([]);
  });

  it("never names times that are not changed: an old fault does not block another field", () => {
    const odd = { ...event, sales_start: event.start_time };
    expect(faultsOf({ name: "Recital", start_time: event.start_time }, odd)).toEqual([]);
  });

  it.each(["Loge", "constructor", "toString"])("has no price for %s, which is no seat type of the event", (type) => {
    expect(faultsOf({ seat_type_prices: { [type]: 100 } })).toEqual([`seat_type_prices.${type}`]);
  });

  it("leaves no doors in a year that can't be written", () => {
    const far = { ...event, start_time: "9990-02-01T19:00:00.000Z" };
    expect(faultsOf({ start_time: "2027-03-01T19:00:00.000Z" }, far)).toEqual(["doors_time"]);
  });
});

it("a change can't name what only a copy may have: owner, status, counts", () => {
  for (const field of ["owner_id", "status", "seat_count", "price_revision", "moved_from"])
    expect(() => ChangeEvent.parse({ event_id: id.event(1), revision: 0, [field]: "venue-00002" }), field).toThrow();
});
