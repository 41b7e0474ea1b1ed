import { CreateEvent } from "@evently/core/event";
import { describe, expect, it } from "vitest";
import type { DemoEvent } from "./catalog.ts";
import { getHall } from "./halls.ts";
import { scheduleEvents } from "./schedule.ts";
import { readSeason } from "./season.ts";

const day = 86_400;

function concert(date: string, venue = "david-geffen-hall", time = "19:30"): DemoEvent {
  return { name: "A concert", date, time, venue, artists: [], tags: [], description: "", programme: "", duration: 90 };
}

function at(instant: string): number {
  return Date.parse(instant) / 1000;
}

describe("scheduleEvents", () => {
  it("puts the first concert 3 to 9 days ahead, whatever the day of seeding", () => {
    for (let offset = 0; offset < 14; offset += 1) {
      const now = at("2027-01-04T17:00:00Z") + offset * day;
      const today = Date.parse(new Date(now * 1000).toISOString().slice(0, 10));
      const [first] = scheduleEvents([concert("2024-09-12")], now);
      const ahead = (Date.parse(first?.date ?? "") - today) / (day * 1000);
      expect(ahead).toBeGreaterThanOrEqual(3);
      expect(ahead).toBeLessThanOrEqual(9);
    }
  });

  it("keeps weekdays, local times and the distance between concerts, though the file is not in order", () => {
    const moved = scheduleEvents([concert("2024-09-15"), concert("2024-09-12")], at("2026-11-22T10:00:00Z"));
    expect(moved.map(({ date, time }) => `${date} ${time}`)).toEqual(["2026-11-29 19:30", "2026-11-26 19:30"]);
  });

  it("takes the calendar of the hall, not of UTC: late evening in New York is still today", () => {
    const [first] = scheduleEvents([concert("2024-09-12")], at("2026-11-24T02:00:00Z"));
    expect(first?.date).toBe("2026-11-26");
  });

  it("keeps 19:30 on both sides of New York's change to summer time", () => {
    const moved = scheduleEvents([concert("2024-09-12"), concert("2024-09-19")], at("2027-03-07T15:00:00Z"));
    expect(moved.map(({ start_time }) => start_time)).toEqual(["2027-03-12T00:30:00Z", "2027-03-18T23:30:00Z"]);
  });

  it("keeps 19:30 on both sides of the change back", () => {
    const moved = scheduleEvents([concert("2024-09-12"), concert("2024-09-19")], at("2026-10-25T15:00:00Z"));
    expect(moved.map(({ start_time }) => start_time)).toEqual(["2026-10-29T23:30:00Z", "2026-11-06T00:30:00Z"]);
  });

  it("reads the time in the hall's own zone", () => {
    const sites = ["gerald-r-ford-amphitheater", "seoul-arts-center"];
    const moved = scheduleEvents(
      sites.map((venue) => concert("2024-09-12", venue, "18:00")),
      at("2026-11-22T18:00:00Z"),
    );
    expect(moved.map(({ start_time }) => start_time)).toEqual(["2026-11-27T01:00:00Z", "2026-11-26T09:00:00Z"]);
  });

  it("does not know a hall that is not listed", () => {
    expect(() => scheduleEvents([concert("2024-09-12", "nowhere")], 0)).toThrow("no hall nowhere");
    expect(scheduleEvents([], 0)).toEqual([]);
  });

  it("schedules the whole season into the future as instants", () => {
    const now = at("2026-11-22T10:00:00Z");
    for (const { start_time } of scheduleEvents(readSeason(), now)) {
      expect(start_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
      expect(at(start_time)).toBeGreaterThan(now + 2 * day);
    }
  });

  it("makes events that the core takes, at their hall's prices", () => {
    for (const scheduled of scheduleEvents(readSeason(), at("2026-11-22T10:00:00Z"))) {
      const { date: _date, time: _time, venue, scene: _scene, ...event } = scheduled;
      const { prices, currency } = getHall(venue);
      const input = { ...event, venue_id: "venue-00001", seat_type_prices: prices, currency };
      expect(CreateEvent.safeParse(input).error).toBeUndefined();
    }
  });
});
