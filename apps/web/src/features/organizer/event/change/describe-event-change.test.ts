import type { EventPage } from "@evently/core/event";
import { expect, test } from "vitest";
import { describeEventChange } from "./describe-event-change";
import type { EventChanges } from "./list-event-changes";

const venue = { name: "Hall", timezone: "Europe/Oslo", seat_count: 3 };
const nothingSold = { seats_held: 0, total_bookings: 0, total_cancellations: 0 };
const describe = (event: object, changes: EventChanges) =>
  describeEventChange({ event: event as EventPage, venue, sendsMail: true }, changes, nothingSold, null).join(" ");

test.each(["draft", "published"])("the old address's map is said to go with the address of a %s event", (status) => {
  const event = { status, address: "Lawn 3", map_url: "https://example.org/a" };
  expect(describe(event, { address: "Quay 1" })).toContain("map link of the old address is removed");
  expect(describe(event, { address: "Quay 1", map_url: "https://example.org/b" })).toBe("");
  expect(describe(event, { name: "Recital" })).toBe("");
  expect(describe({ status, address: "Lawn 3" }, { address: "Quay 1" })).toBe("");
});
