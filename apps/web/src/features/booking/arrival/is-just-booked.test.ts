import { expect, test } from "vitest";
import type { Ticket } from "../ticket/find-ticket";
import { isJustBooked } from "./is-just-booked";

const bookedAt = Date.parse("2027-01-10T18:00:00.000Z");
const later = (minutes: number) => bookedAt + minutes * 60_000;

function ticket(booking: object = {}, event: object = {}): Ticket {
  const own = { booking_date: "2027-01-10T18:00:00.123000042Z", state: "confirmed", link: "42.abc", ...booking };
  return { booking: own, event: { status: "published", end_time: "2027-01-14T21:00:00.000Z", ...event } } as Ticket;
}

test("whoever has just paid is going, for a quarter of an hour", () => {
  expect(isJustBooked(ticket(), later(1))).toBe(true);
  expect(isJustBooked(ticket(), later(16))).toBe(false);
});

test.each([
  ["an organizer, who has no link", ticket({ link: undefined })],
  ["a reservation that is not paid yet", ticket({ state: "awaiting_payment" })],
  ["a booking that was cancelled", ticket({ state: "cancelled" })],
  ["an event that is called off", ticket({}, { status: "cancelling" })],
  ["an event that is over", ticket({}, { end_time: "2027-01-10T18:00:30.000Z" })],
])("nobody is going with %s", (_, shown) => {
  expect(isJustBooked(shown, later(1))).toBe(false);
});
