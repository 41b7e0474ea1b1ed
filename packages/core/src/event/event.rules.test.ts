import { describe, expect, it } from "vitest";
import { UserId } from "../ids.ts";
import { isOnSale, isVisibleTo, priceRange, saleState } from "./event.rules.ts";
import { EventStatus } from "./event.ts";

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

  it("sells nothing outside its window, published or not", () => {
    expect(isOnSale(event, opens - 1)).toBe(false);
    expect(isOnSale(event, begins)).toBe(false);
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
    const asked = { status, never_shown, owner_id };
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
