import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { VenueId } from "../ids.ts";
import { AddVenueSeats, CreateVenue, NewVenueSeat } from "./venue.ts";

const venue = { name: "Great hall", city: "Oslo", seat_types: ["Stalls", "Balcony"], timezone: "Europe/Oslo" };
const seat = { row: "A", seat_num: 1, seat_type: "Stalls" };
const allows = (schema: z.ZodMiniType, input: unknown) => z.safeParse(schema, input).success;

describe("a new venue", () => {
  it("defaults to no description and UTC, and trims its names", () => {
    const { timezone: _, ...said } = { ...venue, name: "  Great hall " };
    expect(CreateVenue.parse(said)).toEqual({ ...venue, name: "Great hall", timezone: "UTC", description: "" });
  });

  it("may have 40 seat types of 24 letters, an address and a map", () => {
    const seat_types = Array.from({ length: 40 }, (_, i) => `${i}`.padEnd(24, "t"));
    const large = { ...venue, seat_types, address: "Storgata 1, Oslo", map_url: "https://maps.example.org/hall" };
    expect(CreateVenue.parse(large)).toMatchObject(large);
  });

  it.each([
    ["without a name", { name: "   " }],
    ["with a name of 121 letters", { name: "n".repeat(121) }],
    ["without a city", { city: undefined }],
    ["without a seat type", { seat_types: [] }],
    ["with 41 seat types", { seat_types: Array.from({ length: 41 }, (_, i) => `type ${i}`) }],
    ["with a seat type of 25 letters", { seat_types: ["t".repeat(25)] }],
    ["with a map that is not encrypted", { map_url: "http://maps.example.org" }],
    ["at an address of 201 letters", { address: "a".repeat(201) }],
    ["with a seat type twice", { seat_types: ["Stalls", "Stalls"] }],
    ["with an empty seat type", { seat_types: [""] }],
    ["with a seat type that every object has", { seat_types: ["Stalls", "constructor"] }],
    ["with one that changes what objects have", { seat_types: [" __proto__"] }],
    ["on Mars", { timezone: "Mars/Olympus" }],
    ["with an offset for a time zone", { timezone: "+05:30" }],
    ["with a field nobody knows", { owner_id: "user-00001" }],
  ])("is refused %s", (_, change) => {
    expect(allows(CreateVenue, venue)).toBe(true);
    expect(allows(CreateVenue, { ...venue, ...change })).toBe(false);
  });
});

it.each([
  ["europe/OSLO", "Europe/Oslo"],
  ["utc", "UTC"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["aSIA/kolKATA", "Asia/Calcutta"],
  ["US/Pacific", "America/Los_Angeles"],
])("the time zone %s is kept as %s", (typed, kept) => {
  expect(CreateVenue.parse({ ...venue, timezone: typed }).timezone).toBe(kept);
});

describe("a new seat", () => {
  it("needs no section and no position", () => {
    expect(NewVenueSeat.parse(seat)).toEqual({ ...seat, section: "", accessible: false, properties: [] });
  });

  it.each([
    [12.3456789, 12.346],
    [-0.0004, 0],
    [5e-324, 0],
    [100_000, 100_000],
  ])("at %d is stored at %d, as the table can keep it", (x, kept) => {
    const parsed = NewVenueSeat.parse({ ...seat, x, y: -x });
    expect([String(parsed.x), String(parsed.y)]).toEqual([String(kept), String(-kept)]);
  });

  it("may be of a type with a longer name, as venues made earlier have", () => {
    expect(allows(NewVenueSeat, { ...seat, seat_type: "t".repeat(40) })).toBe(true);
    expect(allows(NewVenueSeat, { ...seat, seat_type: "t".repeat(41) })).toBe(false);
  });

  it.each([
    ["in a row of 17 letters", { row: "ABCDEFGHIJKLMNOPQ" }],
    ["in no row and no section", { row: "" }],
    ["without a number and a label", { seat_num: undefined }],
    ["with a label of nine letters", { seat_label: "123456789" }],
    ["with a property nobody knows", { properties: ["sofa"] }],
    ["with a property twice", { properties: ["companion", "companion"] }],
    ["with the number 0", { seat_num: 0 }],
    ["with the number 10000", { seat_num: 10_000 }],
    ["with the number 1.5", { seat_num: 1.5 }],
    ["with a number as text", { seat_num: "1" }],
    ["beyond the horizon", { x: 100_001 }],
    ["nowhere", { y: Number.NaN }],
    ["with a field nobody knows", { price: 1 }],
  ])("is refused %s", (_, change) => {
    expect(allows(NewVenueSeat, { ...seat, ...change })).toBe(false);
  });

  it("comes with at most 9,999 others, and not with none", () => {
    const seats = Array.from({ length: 10_001 }, (_, i) => ({ ...seat, seat_num: (i % 9999) + 1 }));
    expect(allows(AddVenueSeats, { venue_id: "venue-00001", seats })).toBe(false);
    expect(allows(AddVenueSeats, { venue_id: "venue-00001", seats: seats.slice(1) })).toBe(true);
    expect(allows(AddVenueSeats, { venue_id: "venue-00001", seats: [] })).toBe(false);
  });
});

it.each(["venue-1", `venue-${"0".repeat(16)}`, "venue-0000x", "Venue-00001", "venue-00001 ", "event-00001", ""])(
  "%j is no venue's id",
  (id) => {
    expect(allows(VenueId, id)).toBe(false);
  },
);
