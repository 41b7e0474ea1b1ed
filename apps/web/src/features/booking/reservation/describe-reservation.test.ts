import type { BookingView } from "@evently/core/booking";
import { expect, test } from "vitest";
import { describeReservation } from "./describe-reservation";

const due_at = "2027-01-24T18:00:00.000Z";
const booking = {
  ...{ booking_id: "booking-00042", lines: [{}, {}], total: 17_000, currency: "USD", state: "awaiting_payment" },
  ...{ due_at, cancelled_at: null },
} as unknown as BookingView;
const dates = { due: "24 January 2027", movedTo: null, isCalledOff: false };

test("a reservation says what to pay, by when, and that there are no tickets before", () => {
  const { title, sentences, ask } = describeReservation(booking, dates);
  expect(title).toBe("Reserved, to be paid by 24 January 2027");
  expect(sentences).toEqual([
    "Pay US$170 to the seller by then, and name booking-00042.",
    "You get your tickets once the seller has noted your payment.",
    "Without it the reservation lapses by itself, and costs nothing.",
  ]);
  expect(ask).toBe("The seller tells you how to pay");
});

test("of an event that has moved it says when that begins now", () => {
  const { sentences } = describeReservation(booking, { ...dates, movedTo: "1 March 2027" });
  expect(sentences[0]).toBe("The event has moved: it now begins on 1 March 2027.");
});

test("one that nobody paid has lapsed, and one that was given up before is cancelled", () => {
  const lapsed = describeReservation({ ...booking, state: "cancelled", cancelled_at: due_at }, dates);
  expect([lapsed.title, lapsed.ask]).toEqual(["This reservation has lapsed", "If you have paid, tell the seller"]);
  const given = describeReservation(
    { ...booking, state: "cancelled", cancelled_at: "2027-01-20T18:00:00.000Z" },
    dates,
  );
  expect([given.title, given.ask]).toEqual(["This reservation is cancelled", null]);
});

test("whoever had not paid for an event that is called off owes nothing", () => {
  const { title, sentences } = describeReservation(booking, { ...dates, isCalledOff: true });
  expect([title, ...sentences]).toEqual(["This event is cancelled", "Nothing was paid, so you owe nothing."]);
});
