import { afterAll, beforeAll, expect, it } from "vitest";
import { createEvent } from "../event-change/create-event.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { keys } from "../table/keys.ts";
import { transact } from "../table/transact.ts";
import { newGuest, newSeat } from "../testing/open-event.ts";
import { type EventWorld, openEventWorld } from "../testing/open-event-world.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { listOverlaps } from "./list-overlaps.ts";

let world: EventWorld;

beforeAll(async () => {
  world = await openEventWorld();
});
afterAll(() => world.close());

const evening = { start_time: "2099-01-01T19:00:00Z", duration: 120 };

it("the same hall at overlapping times is named, earliest first, drafts included and cancelled events left out", async () => {
  const { core, organizer, create, move } = world;
  const { venue_id, event_id } = await create({ name: "evening", ...evening });
  await create({ name: "afterwards", start_time: "2099-01-01T21:00:00Z" });
  await create({ name: "late draft", start_time: "2099-01-01T20:59:00Z", status: "draft" });
  await create({ name: "festival", start_time: "2098-12-31T00:00:00Z", duration: 4_320 });
  const cancelled = await create({ name: "cancelled", ...evening });
  await move(cancelled.event_id, "cancelling");
  const elsewhere = await world.newVenue("Elsewhere", ["Stalls"]);
  await addVenueSeats(core, organizer, { venue_id: elsewhere, seats: [newSeat("A", 1)] });
  await create({ name: "elsewhere", ...evening, venue_id: elsewhere, seat_type_prices: { Stalls: 1 } });

  const found = await listOverlaps(core, organizer, { venue_id, ...evening });
  expect(found.map(({ name }) => name)).toEqual(["festival", "evening", "late draft"]);
  expect(found[1]).toEqual({
    event_id,
    name: "evening",
    start_time: "2099-01-01T19:00:00.000Z",
    end_time: "2099-01-01T21:00:00.000Z",
    status: "published",
    venue_name: "Hall",
    timezone: "Europe/Oslo",
    can_manage: true,
  });
  const others = await listOverlaps(core, organizer, { venue_id, ...evening, event_id });
  expect(others.map(({ name }) => name)).toEqual(["festival", "late draft"]);
});

it("at most ten are named", async () => {
  const { core, organizer, create } = world;
  const time = { start_time: "2097-01-01T19:00:00Z", duration: 60 };
  const { venue_id } = await create(time);
  for (let i = 0; i < 10; i++) await create(time);
  expect(await listOverlaps(core, organizer, { venue_id, ...time })).toHaveLength(10);
});

it("an event that an admin made in the hall is its organization's", async () => {
  const { core, organizer, concert } = world;
  const { user } = await createUser(core, { email: "admin@example.org", role: "organizer" });
  const admin = { ...user, role: "admin" as const };
  const time = { start_time: "2096-01-01T19:00:00Z", duration: 60 };
  for (const status of ["published", "draft"] as const)
    await createEvent(core, admin, concert({ ...time, name: `the admin's ${status}`, status }));
  const { venue_id } = concert();
  const told = async (actor: Actor) =>
    (await listOverlaps(core, actor, { venue_id, ...time })).map(({ name, can_manage }) => [name, can_manage]);
  const named = ["the admin's published", "the admin's draft"];
  for (const actor of [organizer, admin])
    expect((await told(actor)).sort()).toEqual(named.map((name) => [name, true]).sort());
});

it("events of the version before, which no list of the venue names, are found among the organizer's own", async () => {
  const { core, organizer, create } = world;
  const time = { start_time: "2095-01-01T19:00:00Z", duration: 60 };
  const { venue_id, event_id } = await create(time);
  await transact(core.table, [{ remove: keys.atVenue(venue_id, event_id) }]);
  expect(await listOverlaps(core, organizer, { venue_id, ...time })).toMatchObject([{ event_id }]);
});

it("only the venue's organizer is told", async () => {
  const { core, stranger, concert } = world;
  const { venue_id } = concert();
  const guest = await newGuest(core);
  for (const actor of [stranger, guest])
    await expect(listOverlaps(core, actor, { venue_id, ...evening })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
