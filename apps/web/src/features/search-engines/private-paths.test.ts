import { expect, test } from "vitest";
import { isPrivatePath } from "./private-paths";

test.each([
  "/bookings",
  "/bookings/booking-00001",
  "/checkout/holding-00001",
  "/challenge/holding-00001",
  "/organizer/venues/new",
])("%s is private", (path) => {
  expect(isPrivatePath(path)).toBe(true);
});

test.each(["/", "/events/event-00001", "/organizers", "/sitemap.xml"])("%s is public", (path) => {
  expect(isPrivatePath(path)).toBe(false);
});
