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
  timezone: "America/New_York",
  status: "published",
} as Parameters<typeof writeCalendar>[0];

const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

test("an event becomes one entry with its times in UTC", () => {
  const lines = linesOf(writeCalendar(event, "https://tickets.example/events/event-00007"));
  expect(lines).toContain("DTSTART:20270115T003000Z");
  expect(lines).toContain("DTEND:20270115T024000Z");
  expect(lines).toContain("UID:event-00007@evently");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(lines.join()).toContain("https://tickets.example/events/event-00007");
});

test("signs that mean something in a calendar are escaped", () => {
  expect(linesOf(writeCalendar(event, "https://tickets.example"))).toContain("SUMMARY:Dvořák\\; Smetana\\, & friends");
});

test("a cancelled event says so", () => {
  expect(linesOf(writeCalendar({ ...event, status: "cancelled" }, "https://tickets.example"))).toContain(
    "STATUS:CANCELLED",
  );
  expect(writeCalendar(event, "https://tickets.example")).not.toContain("STATUS:CANCELLED");
});
