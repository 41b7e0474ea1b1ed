import { expect, test } from "vitest";
import { type CalendarEvent, writeTicketCalendar } from "./write-ticket-calendar.ts";

const event: CalendarEvent = {
  name: "Mahler; Symphony No. 5, complete",
  start_time: "2027-01-15T00:30:00Z",
  duration: 130,
  timezone: "America/New_York",
  venue_name: "David Geffen Hall",
  city: "New York",
  cancelled_at: null,
  revision: 0,
  seller: null,
};
const seat = { section: "Orchestra", row_label: "D", seat_label: "12" };
const booking = {
  booking_id: "booking-00042",
  booking_date: "2026-11-22T05:04:19.123000042Z",
  cancelled_at: null,
  lines: [seat],
} as Parameters<typeof writeTicketCalendar>[0];

const write = (...changes: [Partial<CalendarEvent>, Partial<typeof booking>]) =>
  writeTicketCalendar(
    { ...booking, ...changes[1] },
    { ...event, ...changes[0] },
    "https://example.com/bookings/booking-00042",
  ).replaceAll("\r\n ", "");

test("writes time in UTC, place and seats, escaped", () => {
  const lines = write({}, {}).split("\r\n");
  expect(lines).toContain("DTSTART:20270115T003000Z");
  expect(lines).toContain("DTEND:20270115T024000Z");
  expect(lines).toContain("SUMMARY:Mahler\\; Symphony No. 5\\, complete");
  expect(lines).toContain("LOCATION:David Geffen Hall\\, New York");
  expect(lines).toContain("DESCRIPTION:Orchestra\\, Row D\\, seat 12\\nBooking booking-00042");
  expect(lines).toContain("UID:booking-00042@evently");
  expect(lines).toContain("STATUS:CONFIRMED");
});

test("names whoever organizes it, and how they are reached where they say so", () => {
  const seller = { name: "City Theater", contact_email: null } as CalendarEvent["seller"] & object;
  expect(write({ seller }, {})).toContain("\\nOrganizer: City Theater\\nBooking");
  const reachable = { ...seller, contact_email: "box@example.org" };
  expect(write({ seller: reachable }, {})).toContain("Organizer: City Theater\\, box@example.org");
});

test("marks a cancelled booking or event as cancelled", () => {
  expect(write({}, {})).toContain("SEQUENCE:0");
  for (const cancelled of [
    write({}, { cancelled_at: "2026-12-24T18:00:00.000Z" }),
    write({ cancelled_at: "2026-12-24T18:00:00.000Z", revision: 1 }, {}),
  ]) {
    expect(cancelled).toContain("STATUS:CANCELLED");
    expect(cancelled).toContain("SEQUENCE:1");
    expect(cancelled).toContain("LAST-MODIFIED:20261224T180000Z");
    expect(cancelled).toContain("CREATED:20261122T050419Z");
  }
});

test("marks a ticket of a moved event as a later version, and its cancellation as a later one still", () => {
  const moved = { start_time: "2027-01-16T00:30:00Z", revision: 3 };
  expect(write(moved, {})).toContain("SEQUENCE:3");
  expect(write(moved, { cancelled_at: "2026-12-24T18:00:00.000Z" })).toContain("SEQUENCE:4");
});
