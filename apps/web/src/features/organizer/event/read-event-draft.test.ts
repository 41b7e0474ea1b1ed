import { CreateEvent } from "@evently/core/event";
import type { VenueId } from "@evently/core/ids";
import { describe, expect, test } from "vitest";
import { type EventDraft, newEventDraft } from "./event-draft";
import { readEventDraft } from "./read-event-draft";

const venue = {
  venue_id: "venue-00001" as VenueId,
  timezone: "America/New_York",
  seat_types: ["Stalls", "Box"],
};
const now = Date.parse("2027-01-01T12:00:00Z");
const complete: EventDraft = {
  ...newEventDraft("venue-00001"),
  name: " Winterreise ",
  start_time: "2027-03-13T19:30",
  prices: { Stalls: "45.00", Box: "0" },
};
const read = (more: Partial<EventDraft> = {}) => readEventDraft({ ...complete, ...more }, venue, now);
const faultsOf = (more: Partial<EventDraft>) => {
  const result = read(more);
  return "faults" in result ? result.faults : {};
};
const eventOf = (more: Partial<EventDraft> = {}) => {
  const result = read(more);
  if (!("event" in result)) throw new Error(JSON.stringify(result.faults));
  return result.event;
};

describe("a complete draft", () => {
  test("is read in the form that the API takes: trimmed, in the minor unit, in UTC", () => {
    const event = eventOf({ artists: "Ida Brandt, violin\n\nOle Dahl\nOle Dahl", tags: "chamber, song,, " });
    expect(event).toEqual({
      venue_id: "venue-00001",
      name: "Winterreise",
      start_time: "2027-03-14T00:30:00.000Z",
      duration: 120,
      artists: ["Ida Brandt, violin", "Ole Dahl"],
      tags: ["chamber", "song"],
      description: "",
      programme: "",
      seat_type_prices: { Stalls: 4500, Box: 0 },
      currency: "USD",
    });
    expect(CreateEvent.parse({ ...event, status: "draft" })).toEqual({ ...event, status: "draft" });
  });

  test("starts an hour earlier in UTC after the clocks have changed", () => {
    expect(eventOf({ start_time: "2027-03-14T19:30" }).start_time).toBe("2027-03-14T23:30:00.000Z");
  });

  test("has its sale window in the same time zone", () => {
    const window = {
      opens: "later",
      sales_start: "2027-02-01T10:00",
      closes: "earlier",
      sales_end: "2027-03-13T18:00",
    } as const;
    expect(eventOf(window)).toMatchObject({
      sales_start: "2027-02-01T15:00:00.000Z",
      sales_end: "2027-03-13T23:00:00.000Z",
    });
  });

  test("leaves out an unused sale window and the price of an unknown seat type", () => {
    const event = eventOf({ sales_start: "x", sales_end: "y", prices: { ...complete.prices, Lawn: "9" } });
    expect(event).not.toHaveProperty("sales_start");
    expect(event).not.toHaveProperty("sales_end");
    expect(event.seat_type_prices).toEqual({ Stalls: 4500, Box: 0 });
  });

  test("has prices with the decimals of its currency", () => {
    expect(eventOf({ currency: "JPY", prices: { Stalls: "4500", Box: "0" } }).seat_type_prices.Stalls).toBe(4500);
  });
});

describe("a fault belongs to its field", () => {
  test.each<[Partial<EventDraft>, string, RegExp]>([
    [{ name: " " }, "name", /Enter/],
    [{ name: "x".repeat(161) }, "name", /160/],
    [{ start_time: "" }, "start_time", /date and a time/],
    [{ start_time: "2027-03-14T02:30" }, "start_time", /no 02:30/],
    [{ start_time: "2026-12-31T19:30" }, "start_time", /in the past/],
    [{ duration: null }, "duration", /168 hours/],
    [{ duration: 0 }, "duration", /168 hours/],
    [{ duration: 10_081 }, "duration", /168 hours/],
    [{ description: "x".repeat(501) }, "description", /500/],
    [{ programme: "x".repeat(20_001) }, "programme", /20000/],
    [{ artists: Array.from({ length: 31 }, (_, index) => `A${index}`).join("\n") }, "artists", /30/],
    [{ tags: "x".repeat(121) }, "tags", /At most 120/],
    [{ prices: { Stalls: "45" } }, "seat_type_prices.Box", /Enter a price/],
    [{ prices: { Stalls: "4.505", Box: "0" } }, "seat_type_prices.Stalls", /2 decimals/],
    [{ opens: "later" }, "sales_start", /date and a time/],
    [{ opens: "later", sales_start: "2027-03-13T19:30" }, "sales_start", /open before/],
    [{ closes: "earlier", sales_end: "2026-12-31T10:00" }, "sales_end", /in the past/],
    [{ closes: "earlier", sales_end: "2027-03-13T19:31" }, "sales_end", /before or when/],
  ])("%j", (more, name, message) => {
    const faults = faultsOf(more);
    expect(Object.keys(faults)).toEqual([name]);
    expect(faults[name]).toMatch(message);
  });

  test("lists all faults in the order of the page", () => {
    expect(Object.keys(faultsOf({ name: "", start_time: "", duration: null, prices: {} }))).toEqual([
      "name",
      "start_time",
      "duration",
      "seat_type_prices.Stalls",
      "seat_type_prices.Box",
    ]);
  });

  test("allows a sale to end exactly when the event starts", () => {
    expect(faultsOf({ closes: "earlier", sales_end: "2027-03-13T19:30" })).toEqual({});
  });
});
