import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEvent } from "../event-change/create-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { searchEvents } from "../search/search-events.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat } from "../testing/open-event.ts";
import { toInstant } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { CreateEvent } from "./event.ts";
import { getEvent } from "./get-event.ts";

let core: TestCore;
let organizer: Actor;
let guest: Actor;
let venue_id: VenueId;
let event_id: EventId;

beforeAll(async () => {
  core = await openCore();
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
  guest = await newGuest(core);
  const venue = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls", "Box"], timezone: "Europe/Oslo" };
  venue_id = (await createVenue(core, organizer, venue)).venue_id;
  const stalls = [1, 2, 3, 4].map((number) => newSeat("A", number));
  await addVenueSeats(core, organizer, { venue_id, seats: [...stalls, { ...newSeat("B", 1), seat_type: "Box" }] });
});
afterAll(() => core.close());
beforeEach(async () => {
  ({ event_id } = await open());
});

function open(more: Partial<CreateEvent> = {}) {
  const start_time = toInstant(core.clock() + 7 * 86_400);
  const seat_type_prices = { Stalls: 1_000, Box: 2_500 };
  const input = { venue_id, name: "Concert", start_time, duration: 90, seat_type_prices, ...more };
  return createEvent(core, organizer, CreateEvent.parse(input));
}

async function buy(...seats: string[]): Promise<void> {
  const hold = await placeHold(core, guest, ask(event_id, ...seats));
  await confirmHold(core, guest, { ...hold, payment: { token: "tok_visa" } });
}

describe("the page of an event", () => {
  it("shows its venue, its prices, and the state of every seat", async () => {
    await buy("A-1", "B-1");
    await placeHold(core, guest, ask(event_id, "A-2"));
    expect(await getEvent(core, null, { event_id })).toMatchObject({
      price_min: 1_000,
      price_max: 2_500,
      venue: { venue_id, name: "Hall", city: "Oslo", timezone: "Europe/Oslo" },
      availability: {
        seats_available: 2,
        seats_held: 1,
        seats_sold: 2,
        by_seat_type: { Stalls: { total: 4, available: 2 }, Box: { total: 1, available: 0 } },
      },
    });
  });

  it("counts a seat as available as soon as its hold expires", async () => {
    const { hold_ttl } = await placeHold(core, guest, ask(event_id, "A-2"));
    const held = async () => (await getEvent(core, null, { event_id })).availability.seats_held;
    core.clock.advance(hold_ttl - core.clock());
    expect(await held()).toBe(1);
    core.clock.advance(0.1);
    expect(await held()).toBe(0);
    expect((await getEvent(core, null, { event_id })).availability.seats_available).toBe(5);
  });

  it("has all seats of a draft available, copied already or not", async () => {
    const draft = await open({ status: "draft" });
    expect((await getEvent(core, organizer, draft)).availability).toMatchObject({ seats_available: 5, seats_sold: 0 });
  });

  it("shows exact counts to its organizer and an admin, and no counts to anyone else", async () => {
    await buy("A-1", "B-1");
    const counts = { total_bookings: 1, seats_sold: 2, gross: 3_500 };
    const admin: Actor = { ...organizer, role: "admin", user_id: guest.user_id };
    for (const actor of [organizer, admin])
      expect((await getEvent(core, actor, { event_id })).counts).toMatchObject(counts);
    const { user: other } = await createUser(core, { email: `other-${event_id}@example.org`, role: "organizer" });
    for (const actor of [null, guest, other])
      expect(Object.keys(await getEvent(core, actor, { event_id }))).not.toContain("counts");
  });
});

it("a list shows the seats left by the counters, counting held ones as available", async () => {
  await core.catalog.load();
  const left = async () =>
    (await searchEvents(core, { limit: 200 })).items.find((event) => event.event_id === event_id)?.seats_left;
  await placeHold(core, guest, ask(event_id, "A-3"));
  expect(await left()).toBe(5);
  await buy("A-1", "B-1");
  await core.counterShards.rollUp();
  expect(await left(), "remembered").toBe(5);
  core.clock.advance(3);
  expect(await left()).toBe(3);
});
