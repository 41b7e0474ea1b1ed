import type { SoldBooking } from "@evently/core/analytics";
import { expect, test } from "vitest";
import { findAmongBookings, nameBuyer } from "./find-among-bookings";

const booking = (number: number, buyer: SoldBooking["buyer"], seats: string[]) =>
  ({
    booking_id: `booking-0000${number}`,
    user_id: `user-0000${number}`,
    buyer,
    lines: seats.map((seat) => {
      const [row_label, seat_label] = seat.split(" ");
      return { section: "Stalls", row_label, seat_label };
    }),
  }) as SoldBooking;

const all = [
  booking(1, { name: null, email: "Ida@Example.com" }, ["A 1", "A 2"]),
  booking(2, { name: "Ole Dahl", email: "ole@example.com" }, ["B 10"]),
  booking(3, { name: null, email: null }, ["C 1"]),
];
const found = (typed: string) => findAmongBookings(all, typed).map(({ booking_id }) => booking_id.at(-1));

test.each([
  ["", ["1", "2", "3"]],
  ["  ", ["1", "2", "3"]],
  ["ida@", ["1"]],
  [" EXAMPLE.com ", ["1", "2"]],
  ["dahl", ["2"]],
  ["booking-00003", ["3"]],
  ["b-10", ["2"]],
  ["b 10", ["2"]],
  ["row B, seat 10", ["2"]],
  ["stalls, row c", ["3"]],
  ["nobody", []],
])("“%s” finds %j", (typed, numbers) => {
  expect(found(typed)).toEqual(numbers);
});

test("names a buyer by name, e-mail or id", () => {
  expect(all.map(nameBuyer)).toEqual(["Ida@Example.com", "Ole Dahl", "Guest 3, no e-mail"]);
});
