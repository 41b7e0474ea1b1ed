import { expect, test } from "vitest";
import { writeCalendar } from "./write-calendar";

const event = {
  event_id: "event-00007",
  name: "Dvořák; Smetana, & friends",
  artists: ["Jiří Bělohlávek"],
  start_time: "2027-01-15T00:30:00Z",
  duration: 130,
  venue_name: "David Geffen Hall",
  city: "New York",
  created_at: "2026-11-01T09:00:00.000Z",
  cancelled_at: null,
  revision: 1,
} as Parameters<typeof writeCalendar>[0];

const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

test("writes one entry with times in UTC", () => {
  const lines = linesOf(writeCalendar(event, "https://tickets.example/events/event-00007"));
  expect(lines).toContain("DTSTART:20270115T003000Z");
  expect(lines).toContain("DTEND:20270115T024000Z");
  expect(lines).toContain("UID:event-00007@evently");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines.join()).toContain("https://tickets.example/events/event-00007");
});

test("has the address, the first artists, the doors, the age and the map", () => {
  const artists = Array.from({ length: 300 }, (_, i) => `Artist ${i}`);
  const facts = { address: "10 Lincoln Center Plaza", doors_time: "2027-01-14T23:45:00.000Z", min_age: 16 };
  const map_url = "https://maps.example.org/geffen";
  const timezone = "America/New_York";
  const lines = linesOf(writeCalendar({ ...event, ...facts, map_url, artists, timezone }, "https://tickets.example"));
  expect(lines).toContain("LOCATION:David Geffen Hall\\, 10 Lincoln Center Plaza\\, New York");
  const notes = lines.find((line) => line.startsWith("DESCRIPTION:"));
  expect(notes).toContain("Artist 11 and 288 more\\n");
  expect(notes).toContain("Doors Thu 14 Jan 2027\\, 18:45 EST\\nFrom 16 years\\nMap: https://maps.example.org/geffen");
});

test("writes the doors in the visitor's style", () => {
  const facts = { doors_time: "2027-01-14T23:45:00.000Z", timezone: "America/New_York" };
  const style = { monthFirst: true, hour12: true };
  const lines = linesOf(writeCalendar({ ...event, ...facts }, "https://tickets.example", style));
  expect(lines.join()).toContain("Doors Thu\\, Jan 14\\, 2027\\, 6:45 PM EST");
});

test("escapes special characters", () => {
  expect(linesOf(writeCalendar(event, "https://tickets.example"))).toContain("SUMMARY:Dvořák\\; Smetana\\, & friends");
});

test("marks a cancelled event as a later version of the same entry", () => {
  const before = linesOf(writeCalendar(event, "https://tickets.example"));
  expect(before).toEqual(expect.arrayContaining(["SEQUENCE:1", "STATUS:CONFIRMED", "LAST-MODIFIED:20261101T090000Z"]));
  const after = linesOf(
    writeCalendar({ ...event, cancelled_at: "2026-12-24T18:00:00.000Z", revision: 2 }, "https://tickets.example"),
  );
  expect(after).toEqual(
    expect.arrayContaining([
      "SEQUENCE:2",
      "STATUS:CANCELLED",
      "LAST-MODIFIED:20261224T180000Z",
      "UID:event-00007@evently",
    ]),
  );
});

test("marks a moved event as a later version of the same entry", () => {
  const moved = { ...event, start_time: "2027-01-16T00:30:00Z", revision: 2 };
  const lines = linesOf(writeCalendar(moved, "https://tickets.example"));
  expect(lines).toEqual(expect.arrayContaining(["SEQUENCE:2", "DTSTART:20270116T003000Z", "UID:event-00007@evently"]));
});
