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
const whole: EventDraft = {
  ...newEventDraft("venue-00001"),
  name: " Winterreise ",
  start_time: "2027-03-13T19:30",
  prices: { Stalls: "45.00", Box: "0" },
};
const read = (more: Partial<EventDraft> = {}) => readEventDraft({ ...whole, ...more }, venue, now);
const faultsOf = (more: Partial<EventDraft>) => {
  const answer = read(more);
  return "faults" in answer ? answer.faults : {};
};
const eventOf = (more: Partial<EventDraft> = {}) => {
  const answer = read(more);
  if (!("event" in answer)) throw new Error(JSON.stringify(answer.faults));
  return answer.event;
};

describe("an event that is whole", () => {
  test("is what the API takes: trimmed, in the minor unit, at the venue's own time", () => {
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

  test("a day later, after the clocks have changed, begins an hour earlier in UTC", () => {
    expect(eventOf({ start_time: "2027-03-14T19:30" }).start_time).toBe("2027-03-14T23:30:00.000Z");
  });

  test("is sold in its window, by the same clocks", () => {
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

  test("does not send a window that was typed and then not wanted, nor the price of a type that the hall lacks", () => {
    const event = eventOf({ sales_start: "x", sales_end: "y", prices: { ...whole.prices, Lawn: "9" } });
    expect(event).not.toHaveProperty("sales_start");
    expect(event).not.toHaveProperty("sales_end");
    expect(event.seat_type_prices).toEqual({ Stalls: 4500, Box: 0 });
  });

  test("has prices of its currency's digits", () => {
    expect(eventOf({ currency: "JPY", prices: { Stalls: "4500", Box: "0" } }).seat_type_prices.Stalls).toBe(4500);
  });
});

describe("what is wrong is told at its field", () => {
  test.each<[Partial<EventDraft>, string, RegExp]>([
    [{ name: " " }, "name", /Enter/],
    [{ name: "x".repeat(161) }, "name", /160/],
    [{ start_time: "" }, "start_time", /day and a time/],
    [{ start_time: "2027-03-14T02:30" }, "start_time", /leap over 02:30/],
    [{ start_time: "2026-12-31T19:30" }, "start_time", /in the past/],
    [{ duration: null }, "duration", /168 hours/],
    [{ duration: 0 }, "duration", /168 hours/],
    [{ duration: 10_081 }, "duration", /168 hours/],
    [{ description: "x".repeat(501) }, "description", /500/],
    [{ programme: "x".repeat(20_001) }, "programme", /20,000/],
    [{ artists: Array.from({ length: 31 }, (_, index) => `A${index}`).join("\n") }, "artists", /30/],
    [{ tags: "x".repeat(121) }, "tags", /longer than 120/],
    [{ prices: { Stalls: "45" } }, "seat_type_prices.Box", /Enter a price/],
    [{ prices: { Stalls: "4.505", Box: "0" } }, "seat_type_prices.Stalls", /2 digits/],
    [{ opens: "later" }, "sales_start", /day and a time/],
    [{ opens: "later", sales_start: "2027-03-13T19:30" }, "sales_start", /opens before/],
    [{ closes: "earlier", sales_end: "2026-12-31T10:00" }, "sales_end", /in the past/],
    [{ closes: "earlier", sales_end: "2027-03-13T19:31" }, "sales_end", /or before/],
  ])("%j", (more, name, message) => {
    const faults = faultsOf(more);
    expect(Object.keys(faults)).toEqual([name]);
    expect(faults[name]).toMatch(message);
  });

  test("all of it at once, in the order of the page", () => {
    expect(Object.keys(faultsOf({ name: "", start_time: "", duration: null, prices: {} }))).toEqual([
      "name",
      "start_time",
      "duration",
      "seat_type_prices.Stalls",
      "seat_type_prices.Box",
    ]);
  });

  test("but a sale may end exactly when the event begins", () => {
    expect(faultsOf({ closes: "earlier", sales_end: "2027-03-13T19:30" })).toEqual({});
  });
});
