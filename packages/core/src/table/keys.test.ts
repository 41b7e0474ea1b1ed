import { describe, expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { id } from "../testing/id.ts";
import { bookingsBelow, indexes, keys, seatsFrom, ttlAttribute } from "./keys.ts";

describe("where an item lives", () => {
  it.each([
    [keys.venue(id.venue(1)), "venue-00001", "VENUE"],
    [keys.venueSeat(id.venue(1), id.seat("A-1")), "venue-00001", "A-1"],
    [keys.layout(id.layout("layout-venue-00001-3")), "layout-venue-00001-3", "LAYOUT"],
    [keys.event(id.event(1)), "event-00001", "EVENT"],
    [keys.eventText(id.event(1)), "event-00001-text", "TEXT"],
    [keys.seat(id.event(1), id.seat("A-1")), "event-00001", "A-1"],
    [keys.booking(id.event(1), "2026-11-22T05:04:19.123000042Z"), "event-00001", "2026-11-22T05:04:19.123000042Z"],
    [keys.bookingPointer(id.booking(42)), "booking-00042", "booking-00042"],
    [keys.holding(id.holding(42)), "holding-00042", "holding-00042"],
    [keys.payment(id.payment(42)), "payment-00042", "payment-00042"],
    [keys.user(id.user(1)), "user-00001", "user-00001"],
    [keys.email("Ada@Example.ORG"), "email-ada@example.org", "email-ada@example.org"],
    [keys.owned(id.user(1), id.event(1)), "user-00001", "event-00001"],
    [keys.session(id.user(1), "c2hh"), "user-00001", "session-c2hh"],
    [keys.sessionBefore("c2hh"), "session-c2hh", "session-c2hh"],
    [keys.signIn("c2hh"), "signin-c2hh", "signin-c2hh"],
    [keys.contact("c2hh", id.user(1)), "contact-c2hh", "user-00001"],
    [keys.invited("c2hh", "organization-00001" as OrganizationId, "x"), "invited-c2hh", "organization-00001#x"],
    [keys.endedInvitation("organization-00001" as OrganizationId, "x"), "organization-00001", "ended-invitation-x"],
    [keys.quota(id.event(1), id.user(1)), "quota-event-00001-user-00001", "quota-event-00001-user-00001"],
    [keys.idempotencyRecord("aGFzaA"), "claim-aGFzaA", "claim-aGFzaA"],
    [keys.sequence("booking"), "counter-booking", "counter-booking"],
    [
      keys.catalogChange("2026-11-22T05:04:19.123Z", id.event(1)),
      "catalog-changes",
      "2026-11-22T05:04:19.123Z-event-00001",
    ],
    [keys.counterShard(id.event(1), "3f9c-1"), "lanes-event-00001", "3f9c-1"],
    [keys.lastCopies(id.series(1)), "last-copies-series-00001", "last-copies-series-00001"],
    [keys.seed(), "seed-demo", "seed-demo"],
  ])("%j is the stored key", (key, pk, sk) => {
    expect(key).toEqual({ pk, sk });
  });

  it("keeps the indexes' names and attributes, and the one that the engine purges by", () => {
    expect(indexes).toEqual({
      byUser: { name: "by_user", hash: "user_id", range: "booking_date" },
      catalog: { name: "catalog", hash: "catalog_kind", range: "catalog_order" },
      due: { name: "due", hash: "due_shard", range: "due_at" },
    });
    expect(ttlAttribute).toBe("purge_at");
  });
});

describe("an event's partition", () => {
  const dates = ["0001-01-01T00:00:00.000000001Z", "2026-11-22T05:04:19.123000042Z", "9999-12-31T23:59:59.999999999Z"];
  const seats = ["A-1", "A1-9999", "EVENT", "ZZZZZZZZ-1"];

  it.each(dates)("sorts the booking of %s below every seat", (date) => {
    expect(date < bookingsBelow).toBe(true);
    expect(date < seatsFrom).toBe(true);
  });

  it.each(seats)("sorts %s above every booking", (sk) => {
    expect(sk >= seatsFrom).toBe(true);
    expect(sk >= bookingsBelow).toBe(true);
  });
});
