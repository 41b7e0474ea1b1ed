import { expect, it } from "vitest";
import { readNext } from "./read-next";

it.each(["/bookings/booking-00042", "/organizer/events/event-00001?tab=a%20b", "/"])(
  "%s is a page to go on to",
  (path) => {
    expect(readNext(path)).toBe(path);
  },
);

it.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD",
  "/sign-in",
  "bookings",
  "",
])("%j is none", (text) => {
  expect(readNext(text)).toBeNull();
});

it("takes no list, and nothing, for none", () => {
  for (const none of [["/bookings", "/account"], undefined, null]) expect(readNext(none)).toBeNull();
});
