import { describe, expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { bookingOfLink, linkOf, nameOfLink, opensBooking } from "./booking-link.ts";

const [older, newer] = [
  "q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E",
  "Wb4Eq3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGg",
] as const;
const booking = { booking_id: id.booking(42), link_version: 1 };
const owner = { link_version: 0 };
const name = nameOfLink(linkOf([older], booking, owner));

describe("a booking's link", () => {
  it("names its booking and has 22 characters that can't be guessed", () => {
    expect(name).toMatch(/^42\.[\w-]{22}$/);
    expect(bookingOfLink(name)).toBe("booking-00042");
    expect(bookingOfLink(nameOfLink(linkOf([older], { booking_id: id.booking(1_234_567) }, owner)))).toBe(
      "booking-1234567",
    );
  });

  it("opens its booking, also once another key makes the links", () => {
    expect(opensBooking([older], name, booking, owner)).toBe(true);
    expect(opensBooking([newer, older], name, booking, owner)).toBe(true);
    expect(linkOf([newer, older], booking, owner)).toBe(linkOf([newer], booking, owner));
    expect(opensBooking([newer], name, booking, owner)).toBe(false);
  });

  it.each([
    ["another booking", { ...booking, booking_id: id.booking(43) }, owner],
    ["a later version of the booking's link", { ...booking, link_version: 2 }, owner],
    ["the version that a booking has from the start", { booking_id: booking.booking_id }, owner],
    ["a later version of all its buyer's links", booking, { link_version: 1 }],
  ])("does not open %s", (_, other, buyer) => {
    expect(opensBooking([older], name, other, buyer)).toBe(false);
  });

  it.each([
    "",
    "42",
    "42.",
    `042${name.slice(2)}`,
    `0${name.slice(2)}`,
    `${name}A`,
    name.slice(0, -1),
    `-1${name.slice(2)}`,
    "💥",
  ])("%j is none", (text) => {
    expect(bookingOfLink(text)).toBeNull();
  });
});
