import { expect, test } from "vitest";
import { isPrivatePath, isSecretPath } from "./private-paths";

test.each([
  "/bookings",
  "/bookings/booking-00001",
  "/checkout/holding-00001",
  "/challenge/holding-00001",
  "/door/event-00001",
  "/organizer/venues/new",
  "/sign-in",
  "/account",
  "/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD",
])("%s is private", (path) => {
  expect(isPrivatePath(path)).toBe(true);
});

test.each(["/", "/events/event-00001", "/organizers", "/sitemap.xml", "/tickets", "/accounts"])(
  "%s is public",
  (path) => {
    expect(isPrivatePath(path)).toBe(false);
  },
);

test.each(["/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD", "/t/42.Hk3vN0pQ7sT2wXyZ1aB4cD/calendar.ics", "/sign-in"])(
  "%s opens something by itself",
  (path) => {
    expect(isSecretPath(path)).toBe(true);
  },
);

test.each(["/", "/bookings/booking-00001", "/tea", "/sign-in-here"])("%s opens nothing by itself", (path) => {
  expect(isSecretPath(path)).toBe(false);
});
