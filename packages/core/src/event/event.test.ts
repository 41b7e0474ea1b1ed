import { describe, expect, it, test } from "vitest";
import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { largestAmount } from "../money/money.rules.ts";
import { SearchEvents } from "../search/search.ts";
import { catalogAttributes } from "../table/keys.ts";
import { catalogOrder } from "./event.table.ts";
import { CreateEvent, Event, EventCard } from "./event.ts";

const concert = {
  venue_id: "venue-00001",
  name: "Symphonie fantastique",
  start_time: "2027-01-14T19:30:00.000Z",
  duration: 120,
  seat_type_prices: { Stalls: 4500 },
};
const allows = (schema: z.ZodMiniType, input: unknown) => z.safeParse(schema, input).success;

describe("a new event", () => {
  it("is by default published, in dollars, without artists, tags or texts", () => {
    expect(CreateEvent.parse(concert)).toEqual({
      ...concert,
      artists: [],
      tags: [],
      description: "",
      programme: "",
      currency: "USD",
      status: "published",
    });
  });

  it("may last 31 days, with 300 artists and every fact", () => {
    const festival = {
      duration: 44_640,
      artists: Array.from({ length: 300 }, (_, i) => `${i}`.padEnd(80, "a")),
      doors_time: "2027-01-14T18:30:00.000Z",
      min_age: 0,
      address: "a".repeat(200),
      map_url: `https://maps.example.org/${"a".repeat(475)}`,
    };
    expect(CreateEvent.parse({ ...concert, ...festival })).toMatchObject(festival);
  });

  it.each([
    ["without a name", { name: " " }],
    ["at a local time", { start_time: "2027-01-14T19:30:00" }],
    ["that lasts no time", { duration: 0 }],
    ["that lasts more than 31 days", { duration: 44_641 }],
    ["of 301 artists", { artists: Array.from({ length: 301 }, (_, i) => `artist ${i}`) }],
    ["with an artist of 81 letters", { artists: ["a".repeat(81)] }],
    ["with doors at a local time", { doors_time: "2027-01-14T18:30:00" }],
    ["for people of 121 years", { min_age: 121 }],
    ["for people not born yet", { min_age: -1 }],
    ["at an empty address", { address: " " }],
    ["at an address of 201 letters", { address: "a".repeat(201) }],
    ["with a map that is not encrypted", { map_url: "http://maps.example.org/hall" }],
    ["with a map that is a script", { map_url: "javascript:alert(1)" }],
    ["with a map of 501 letters", { map_url: `https://maps.example.org/${"a".repeat(476)}` }],
    ["with an empty tag", { tags: [""] }],
    ["with a description of 501 letters", { description: "d".repeat(501) }],
    ["with a programme of 20,001 letters", { programme: "p".repeat(20_001) }],
    ["at a negative price", { seat_type_prices: { Stalls: -1 } }],
    ["at half a cent", { seat_type_prices: { Stalls: 0.5 } }],
    ["at a price as text", { seat_type_prices: { Stalls: "4500" } }],
    ["at more than a seat can cost", { seat_type_prices: { Stalls: largestAmount + 1 } }],
    ["in no currency", { currency: "dollars" }],
    ["in a currency that was withdrawn", { currency: "BGN" }],
    ["in a currency that never was", { currency: "AAA" }],
    ["that is cancelled", { status: "cancelled" }],
    ["with a field nobody knows", { owner_id: "user-00001" }],
  ])("is refused %s", (_, change) => {
    expect(allows(CreateEvent, { ...concert, ...change })).toBe(false);
  });
});

test("what was stored in a currency that is withdrawn since is still read", () => {
  expect(Event.shape.currency.parse("BGN")).toBe("BGN");
  expect(EventCard.shape.currency.parse("BGN")).toBe("BGN");
});

describe("a search", () => {
  it("defaults to fifty of all events, and reads a limit from a query string", () => {
    expect(SearchEvents.parse({})).toEqual({ limit: 50 });
    expect(SearchEvents.parse({ limit: "7" }).limit).toBe(7);
    expect(SearchEvents.parse({ price_min: "0", price_max: "4500" })).toMatchObject({ price_min: 0, price_max: 4500 });
  });

  it.each([
    { limit: 0 },
    { limit: 201 },
    { limit: "many" },
    { start_date: "14.1.2027" },
    { end_date: "2027-02-30" },
    { sort: "random" },
    { venue_id: "hall" },
    { search: "s".repeat(201) },
    { artist: "a".repeat(121) },
    { price_min: "cheap" },
    { price_max: 1.5 },
    { price_min: -1 },
    { price_max: largestAmount + 1 },
    { colour: "red" },
  ])("is refused with %j", (input) => {
    expect(allows(SearchEvents, input)).toBe(false);
  });
});

it("a search from a price above the highest is refused with its field", () => {
  const issues = z.safeParse(SearchEvents, { price_min: 500, price_max: "499" }).error?.issues;
  expect(issues).toEqual([expect.objectContaining({ path: ["price_min"], message: "not above price_max" })]);
  for (const range of [{ price_min: 500 }, { price_max: 0 }, { price_min: 500, price_max: 500 }])
    expect(allows(SearchEvents, range), JSON.stringify(range)).toBe(true);
});

it.each(["event-1", "event-0000a", "event-00001-text", "venue-00001", "event-00001\n"])("%j is no event's id", (id) => {
  expect(allows(EventId, id)).toBe(false);
});

it("the catalog is in order of time, and events of one instant in order of their ids", () => {
  const order = (event_id: string, start_time: string) =>
    catalogOrder({ event_id: EventId.parse(event_id), start_time, series_id: null, poster_seed: null });
  const orders = [
    order("event-00009", "2027-01-14T19:30:00.000Z"),
    order("event-00002", "2027-01-15T19:30:00.000Z"),
    order("event-00001", "2027-01-15T19:30:00.001Z"),
    order("event-00003", "2027-01-15T19:30:00.001Z"),
  ];
  expect(orders.toSorted()).toEqual(orders);
});

it("cards contain nothing that sales change, so that counting costs no index write", () => {
  for (const attribute of ["status", "owner_id", "after_copy", "booked", "seats_sold", "total_bookings"])
    expect(catalogAttributes).not.toContain(attribute);
  expect(catalogAttributes).toContain("seat_type_prices");
});
