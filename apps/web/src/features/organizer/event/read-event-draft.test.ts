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
const now = Date.parse("2027-01-01T12:00:00Z") / 1000;
const complete: EventDraft = {
  ...newEventDraft("venue-00001"),
  name: " Winterreise ",
  start_time: "2027-03-13T19:30",
  prices: { Stalls: "45.00", Box: "0" },
};
const read = (more: Partial<EventDraft> = {}, status: "published" | "draft" = "published") =>
  readEventDraft({ ...complete, ...more }, venue, { status, now });
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
      cancellation_policy: { hours_before: 0, percent: 100 },
    });
    expect(CreateEvent.parse({ ...event, status: "draft" })).toEqual({ ...event, status: "draft" });
  });

  test("says until when its buyers may cancel", () => {
    expect(eventOf({ cancellation: "never" }).cancellation_policy).toBeNull();
    const policy = { hours_before: 48, percent: 100 };
    expect(eventOf({ cancellation: "notice", notice: " 48 " }).cancellation_policy).toEqual(policy);
    expect(eventOf({ notice: "" }).cancellation_policy).toEqual({ hours_before: 0, percent: 100 });
    expect(eventOf({ percent: " 0 " }).cancellation_policy).toEqual({ hours_before: 0, percent: 0 });
  });

  test("starts an hour earlier in UTC after the clocks have changed", () => {
    expect(eventOf({ start_time: "2027-03-14T19:30" }).start_time).toBe("2027-03-14T23:30:00.000Z");
  });

  test("has its sale window in the same time zone", () => {
    const window = {
      opens: "later",
      sales_start: "2027-02-01T10:00",
      closes: "set",
      sales_end: "2027-03-13T18:00",
    } as const;
    expect(eventOf(window)).toMatchObject({
      sales_start: "2027-02-01T15:00:00.000Z",
      sales_end: "2027-03-13T23:00:00.000Z",
    });
  });

  test("has its facts, trimmed, and both times of the hour that comes twice", () => {
    const facts = {
      doors_time: "2027-11-07T00:45",
      min_age: " 16",
      address: " Main St 1 ",
      map_url: "https://example.org/m",
    };
    expect(eventOf({ ...facts, start_time: "2027-11-07T01:30" })).toMatchObject({
      start_time: "2027-11-07T05:30:00.000Z",
      doors_time: "2027-11-07T04:45:00.000Z",
      min_age: 16,
      address: "Main St 1",
      map_url: "https://example.org/m",
    });
    expect(eventOf({ start_time: "2027-11-07T01:30", meant: { start_time: "second" } }).start_time).toBe(
      "2027-11-07T06:30:00.000Z",
    );
  });

  test("may be in the past while it stays a draft", () => {
    expect(read({ start_time: "2026-12-31T19:30" }, "draft")).toHaveProperty("event");
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
    [{ start_time: "2026-12-31T19:30" }, "start_time", /In the past/],
    [{ duration: null }, "duration", /31 days/],
    [{ duration: 0 }, "duration", /31 days/],
    [{ duration: 44_641 }, "duration", /31 days/],
    [{ doors_time: "2027-03-13" }, "doors_time", /date and a time/],
    [{ doors_time: "2027-03-13T19:31" }, "doors_time", /Not after the start/],
    [{ min_age: "121" }, "min_age", /120/],
    [{ min_age: "sixteen" }, "min_age", /whole number/],
    [{ address: "x".repeat(201) }, "address", /200/],
    [{ map_url: "http://example.org" }, "map_url", /https/],
    [{ map_url: "the hall" }, "map_url", /https/],
    [{ description: "x".repeat(501) }, "description", /500/],
    [{ programme: "x".repeat(20_001) }, "programme", /20000/],
    [{ artists: Array.from({ length: 301 }, (_, index) => `A${index}`).join("\n") }, "artists", /300/],
    [{ artists: "x".repeat(81) }, "artists", /At most 80/],
    [{ tags: "x".repeat(121) }, "tags", /At most 120/],
    [{ prices: { Stalls: "45" } }, "seat_type_prices.Box", /Enter a price/],
    [{ prices: { Stalls: "4.505", Box: "0" } }, "seat_type_prices.Stalls", /2 decimals/],
    [{ opens: "later" }, "sales_start", /date and a time/],
    [{ opens: "later", sales_start: "2027-03-13T19:30" }, "sales_start", /open before/],
    [{ closes: "set", sales_end: "2026-12-31T10:00" }, "sales_end", /In the past/],
    [{ closes: "set", sales_end: "2027-03-13T21:31" }, "sales_end", /Not after the end/],
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

  test("allows a sale to end exactly when the event ends", () => {
    expect(faultsOf({ closes: "set", sales_end: "2027-03-13T21:30" })).toEqual({});
  });
});
