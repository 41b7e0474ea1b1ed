import { afterEach, beforeEach, expect, it } from "vitest";
import { listBookings } from "../booking/list-bookings.ts";
import { changeVenueSeats } from "../event-change/change-venue-seats.ts";
import { createEvent } from "../event-change/create-event.ts";
import type { EventId, SeatId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { listSeats } from "../seat-map/get-seat-map.ts";
import { openCore } from "../testing/open-core.ts";
import { type Before, dumpTable, openTableBefore, type TableBefore } from "../testing/open-table-before.ts";
import { expectCleanEvents } from "../testing/settle-everything.ts";
import { getVenue } from "../venue/get-venue.ts";
import { ChangeVenueSeats, NewVenueSeat } from "../venue/venue.ts";
import { migrateLayouts } from "./migrate-layouts.ts";

let opened: TableBefore;
let before: Before;

beforeEach(async () => {
  opened = await openTableBefore();
  before = opened.before;
});
afterEach(async () => {
  expect(opened.core.faults).toEqual([]);
  await opened.core.close();
});

/** The section that an event prints on each seat: the concert unless another is given. */
async function printed(event_id: EventId = before.events.concert) {
  const fresh = await openCore({ alongside: opened.core });
  const list = await listSeats(fresh, null, { event_id });
  const sections = list.toJSON().items.map(({ seat_pos, section }) => [seat_pos, section]);
  await fresh.close();
  return Object.fromEntries(sections) as Record<string, string>;
}

it("every event of the version before prints the section of each seat after it, and its order stays", async () => {
  const own = await listOwn();
  expect(await printed()).not.toEqual(own);
  const { events } = await migrateLayouts(opened.core);
  expect(events).toContain(before.events.concert);
  expect(await printed()).toEqual(own);
  expect(Object.keys(await printed())).toEqual(Object.keys(own));
  await expectCleanEvents(opened.core, before);
});

it("it changes nothing when repeated, nor does a second process beside it", async () => {
  const other = await openCore({ alongside: opened.core });
  const [first, second] = await Promise.all([migrateLayouts(opened.core), migrateLayouts(other)]);
  expect(new Set([...first.events, ...second.events])).toContain(before.events.concert);
  const once = await dumpTable(opened.core.table);
  expect(await migrateLayouts(opened.core)).toEqual({ events: [] });
  expect(await dumpTable(opened.core.table)).toEqual(once);
  await other.close();
});

it("a buyer's tickets of the version before print where the seats are", async () => {
  await migrateLayouts(opened.core);
  const actor = before.users["guest A"];
  const { items } = await listBookings(opened.core, actor, { user_id: actor.user_id, limit: 10 });
  const sections = items.flatMap(({ event_id, lines }) =>
    event_id === before.events.concert ? lines.map(({ section }) => section) : [],
  );
  expect(sections.length).toBeGreaterThan(0);
  expect(sections).not.toContain("");
});

it("a venue of the version before takes seats of its rows, corrections and new events", async () => {
  const { organizer } = before.users;
  const venue_id = before.venues.hall;
  const { seat_count } = await getVenue(opened.core, { venue_id });
  const [first] = (await getVenueSeats(opened.core, { venue_id })).toJSON().items;
  if (!first) throw new Error("the hall has seats");
  const seat = { section: first.section, row: first.row_label, seat_label: "99bis", seat_type: first.seat_type };
  const { seats } = await addVenueSeats(opened.core, organizer, { venue_id, seats: [NewVenueSeat.parse(seat)] });
  expect(seats[0]?.seat_pos).toMatch(new RegExp(`^${first.row}-`));
  await correct({ relabel: [{ seat_pos: first.seat_pos, seat_label: "1bis" }], carry: [before.events.concert] });
  const list = await listSeats(opened.core, null, { event_id: before.events.concert });
  expect(list.toJSON().items.find(({ seat_pos }) => seat_pos === first.seat_pos)?.seat_label).toBe("1bis");
  const made = await openNext();
  expect(made.seat_count).toBe(seat_count + 1);
});

it("seats that were removed since print their own sections too", async () => {
  const own = await listOwn();
  const remove = Object.keys(own).filter((_, i) => i % 2 === 0) as SeatId[];
  await correct({ remove });
  await migrateLayouts(opened.core);
  expect(await printed()).toEqual(own);
});

it("a new event in a hall that nobody has changed since the version before prints the section of each seat", async () => {
  const made = await openNext();
  expect(await printed(made.event_id)).toEqual(await listOwn());
  await migrateLayouts(opened.core);
  expect(await printed(made.event_id)).toEqual(await listOwn());
  expect((await openNext()).layout_id).toBe(made.layout_id);
});

/** The section that the hall has of each seat. */
async function listOwn() {
  const stored = (await getVenueSeats(opened.core, { venue_id: before.venues.hall })).toJSON().items;
  return Object.fromEntries(stored.map(({ seat_pos, section }) => [seat_pos, section]));
}

async function correct(changes: Partial<ChangeVenueSeats>) {
  const venue_id = before.venues.hall;
  const { revision } = await getVenue(opened.core, { venue_id });
  const change = ChangeVenueSeats.parse({ venue_id, revision, ...changes });
  return changeVenueSeats(opened.core, before.users.organizer, change);
}

/** An event that is created now in the hall. */
async function openNext() {
  const venue_id = before.venues.hall;
  const { seat_types } = await getVenue(opened.core, { venue_id });
  return createEvent(opened.core, before.users.organizer, {
    ...{ venue_id, name: "Next", duration: 60, artists: [], tags: [], description: "", programme: "" },
    ...{ start_time: new Date((opened.core.clock() + 86_400) * 1000).toISOString(), currency: "USD" },
    ...{ status: "published", seat_type_prices: Object.fromEntries(seat_types.map((type) => [type, 100])) },
  });
}
