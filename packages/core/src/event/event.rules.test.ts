import { describe, expect, it } from "vitest";
import { UserId } from "../ids.ts";
import {
  endTime,
  isOnSale,
  isSaleOver,
  isVisibleTo,
  overlaps,
  priceRange,
  saleState,
  saleStatus,
} from "./event.rules.ts";
import { EventStatus } from "./event.ts";
import { findTimeFaults } from "./time-faults.rules.ts";

const event = {
  sales_start: "2027-01-01T10:00:00.000Z",
  sales_end: null,
  start_time: "2027-01-14T19:30:00.000Z",
  status: "published",
} as const;
const opens = Date.parse(event.sales_start) / 1000;
const begins = Date.parse(event.start_time) / 1000;
const sales_end = "2027-01-10T00:00:00.000Z";
const ends = Date.parse(sales_end) / 1000;

describe("the sale of an event", () => {
  it.each([
    ["before it opens", opens - 0.001, null, "upcoming"],
    ["as it opens", opens, null, "open"],
    ["until the event begins, where no end is said", begins - 0.001, null, "open"],
    ["as the event begins", begins, null, "ended"],
    ["until the end that is said", ends - 0.001, sales_end, "open"],
    ["at that end", ends, sales_end, "ended"],
    ["as the event begins, long after that end", begins, sales_end, "ended"],
  ] as const)("%s", (_, now, sales_end, state) => {
    expect(saleState({ ...event, sales_end }, now)).toBe(state);
  });

  it.each(EventStatus.options)("of one that is %s sells only if published", (status) => {
    expect(isOnSale({ ...event, status }, opens)).toBe(status === "published");
  });

  it.each([
    ["draft", "draft"],
    ["published", "open"],
    ["paused", "paused"],
    ["cancelling", "cancelling"],
    ["cancelled", "cancelled"],
    ["deleting", "draft"],
  ] as const)("of one that is %s is %s", (status, expected) => {
    expect(saleStatus({ ...event, status }, opens)).toBe(expected);
  });

  it.each([
    ["before it opens, sold out or not", opens - 1, 0, "upcoming"],
    ["with seats left", opens, 1, "open"],
    ["with none left", opens, 0, "sold_out"],
    ["after it, sold out or not", begins, 0, "ended"],
  ] as const)("%s", (_, now, seats_left, expected) => {
    expect(saleStatus(event, now, seats_left)).toBe(expected);
  });

  it("sells nothing outside its window, published or not", () => {
    expect(isOnSale(event, opens - 1)).toBe(false);
    expect(isOnSale(event, begins)).toBe(false);
  });
});

describe("the times of a new event", () => {
  const concert = { start_time: event.start_time, duration: 120, status: "published" } as const;
  const pathsOf = (more: object, now = opens) => findTimeFaults({ ...concert, ...more }, now).map(({ path }) => path);

  it.each([
    ["a sale until the end of the event", { sales_end: "2027-01-14T21:30:00Z" }, []],
    ["a sale that goes on after the event", { sales_end: "2027-01-14T21:30:00.001Z" }, ["sales_end"]],
    [
      "a sale that opens during the event",
      { sales_start: "2027-01-14T20:00:00Z", sales_end: "2027-01-14T21:00:00Z" },
      [],
    ],
    ["a sale that opens as the event begins", { sales_start: event.start_time }, ["sales_start"]],
    ["a sale that opens as it ends", { sales_start: sales_end, sales_end }, ["sales_start"]],
    ["doors at the start", { doors_time: event.start_time }, []],
    ["doors after the start", { doors_time: "2027-01-14T19:30:01Z" }, ["doors_time"]],
    [
      "several faults",
      { doors_time: "2028-01-01T00:00:00Z", sales_end: "2028-01-01T00:00:00Z" },
      ["sales_end", "doors_time"],
    ],
  ])("%s: faults %j of %j", (_, more, paths) => {
    expect(pathsOf(more)).toEqual(paths);
  });

  it("are refused once nothing could be sold any more, unless the event stays a draft", () => {
    expect(pathsOf({}, begins - 0.001)).toEqual([]);
    expect(pathsOf({}, begins)).toEqual(["start_time"]);
    expect(pathsOf({ status: "draft" }, begins)).toEqual([]);
    expect(pathsOf({ sales_end }, ends)).toEqual(["sales_end"]);
    expect(pathsOf({ sales_end: "2027-01-14T21:00:00Z" }, begins)).toEqual([]);
    expect([isSaleOver(event, begins - 1), isSaleOver(event, begins)]).toEqual([false, true]);
  });
});

describe("an event lasts until its end", () => {
  it.each([
    ["2027-01-14T19:30:00.000Z", 120, "2027-01-14T21:30:00.000Z"],
    ["2027-01-08T23:00:00Z", 44_640, "2027-02-08T23:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", 60, "9999-12-31T23:59:59.999Z"],
  ])("from %s for %d minutes: %s", (start_time, duration, end) => {
    expect(endTime({ start_time, duration })).toBe(end);
  });

  it.each([
    ["19:00", 30, false],
    ["19:00", 31, true],
    ["20:00", 10, true],
    ["21:29", 60, true],
    ["21:30", 60, false],
    ["18:00", 600, true],
  ])("one at %s for %d minutes takes place meanwhile: %s", (time, duration, expected) => {
    const other = { start_time: `2027-01-14T${time}:00Z`, duration };
    const concert = { start_time: event.start_time, duration: 120 };
    expect([overlaps(concert, other), overlaps(other, concert)]).toEqual([expected, expected]);
  });
});

describe("who can see an event", () => {
  const owner_id = UserId.parse("user-00001");
  const other = UserId.parse("user-00002");
  it.each([
    ["published", false, true],
    ["paused", false, true],
    ["cancelled", false, true],
    ["draft", false, false],
    ["cancelling", true, false],
    ["cancelled", true, false],
  ] as const)("of one that is %s, never shown: %s, everyone: %s", (status, never_shown, all) => {
    const asked = { status, never_shown, owner_id, organization_id: null };
    expect(isVisibleTo(asked, null)).toBe(all);
    expect(isVisibleTo(asked, { user_id: other, role: "organizer" })).toBe(all);
    expect(isVisibleTo(asked, { user_id: owner_id, role: "organizer" })).toBe(true);
    expect(isVisibleTo(asked, { user_id: other, role: "admin" })).toBe(true);
  });
});

it("prices range from the lowest to the highest, which may be 0", () => {
  expect(priceRange({ seat_type_prices: { Stalls: 4500, Balcony: 0, Box: 12_000 } })).toEqual({ min: 0, max: 12_000 });
  expect(priceRange({ seat_type_prices: { Stalls: 4500 } })).toEqual({ min: 4500, max: 4500 });
});
