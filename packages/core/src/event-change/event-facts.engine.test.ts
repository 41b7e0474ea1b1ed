import { afterAll, beforeAll, expect, it } from "vitest";
import { getEvent } from "../event/get-event.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { searchEvents } from "../search/search-events.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { newSeat } from "../testing/open-event.ts";
import { type EventWorld, openEventWorld } from "../testing/open-event-world.ts";
import { toInstant } from "../time.ts";
import { createVenue } from "../venue/create-venue.ts";

let world: EventWorld;

beforeAll(async () => {
  world = await openEventWorld();
});
afterAll(() => world.close());

const artists = Array.from({ length: 300 }, (_, i) => `${i} `.padEnd(80, "ä"));
const venueFacts = { address: "Storgata 1, Oslo", map_url: "https://maps.example.org/hall" };

/** An event in a venue that states where it is. */
async function createAtAddress(more: object) {
  const { core, organizer, create } = world;
  const venue = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls"], timezone: "Europe/Oslo" };
  const { venue_id } = await createVenue(core, organizer, { ...venue, ...venueFacts });
  await addVenueSeats(core, organizer, { venue_id, seats: [newSeat("A", 1)] });
  const { event_id } = await create({ venue_id, seat_type_prices: { Stalls: 1000 }, ...more });
  return getEvent(core, null, { event_id });
}

it("the page of an event has all of 300 artists, lists have the first twelve", async () => {
  const { core, create } = world;
  const { event_id } = await create({ artists });
  expect((await getEvent(core, null, { event_id })).artists).toEqual(artists);
  await core.catalog.load();
  const listed = (await searchEvents(core, { limit: 200 })).items.find((event) => event.event_id === event_id);
  expect(listed?.artists).toEqual(artists.slice(0, 12));
  expect((await readItem(core.table, keys.event(event_id)))?.artists).toEqual(artists.slice(0, 12));
});

it("an event written before its text held artists has those of EVENT", async () => {
  const { core, create } = world;
  const { event_id } = await create({ artists: ["Ada", "Clara"], programme: "Songs" });
  const key = keys.eventText(event_id);
  await updateItem(core.table, update({ key, update: "REMOVE artists", condition: "attribute_exists(pk)" }));
  expect(await getEvent(core, null, { event_id })).toMatchObject({ artists: ["Ada", "Clara"], programme: "Songs" });
});

it("the page states the facts that the organizer stated, and nothing in place of the others", async () => {
  const { core, create } = world;
  const facts = {
    doors_time: "2099-01-01T18:00:00Z",
    min_age: 16,
    address: "Lawn 3",
    map_url: "https://example.org/m",
  };
  const { event_id } = await create({ start_time: "2099-01-01T19:00:00Z", duration: 44_640, ...facts });
  expect(await getEvent(core, null, { event_id })).toMatchObject({
    ...facts,
    doors_time: "2099-01-01T18:00:00.000Z",
    end_time: "2099-02-01T19:00:00.000Z",
  });
  const plain = await getEvent(core, null, await create());
  for (const fact of Object.keys(facts)) expect(plain).not.toHaveProperty(fact);
  expect(await readItem(core.table, keys.event(event_id))).not.toHaveProperty("address");
});

it.each([
  ["its venue's address and map", {}, venueFacts],
  ["an address of its own, without the map of another place", { address: "Lawn 3" }, { address: "Lawn 3" }],
  [
    "a map of its own at its venue's address",
    { map_url: "https://example.org/m" },
    { ...venueFacts, map_url: "https://example.org/m" },
  ],
])("an event has %s", async (_, more, expected) => {
  const { address, map_url } = await createAtAddress(more);
  expect({ ...(address ? { address } : {}), ...(map_url ? { map_url } : {}) }).toEqual(expected);
});

it("lists hold an event until it ends, in processes that know it and in those that load later", async () => {
  const { core, other, create } = world;
  const { event_id } = await create({ start_time: toInstant(core.clock() + 3_600), duration: 11 * 1_440 });
  const isListed = async (viewer: typeof core) => {
    await viewer.catalog.follow();
    return (await searchEvents(viewer, { limit: 200 })).items.some((event) => event.event_id === event_id);
  };
  core.clock.advance(3_600 + 11 * 86_400 - 1);
  await other.catalog.load();
  expect([await isListed(core), await isListed(other)]).toEqual([true, true]);
  core.clock.advance(1);
  expect([await isListed(core), await isListed(other)]).toEqual([false, false]);
  await core.catalog.load();
  expect(await isListed(core)).toBe(false);
});
