import { afterEach, beforeEach, expect, it } from "vitest";
import { listBookings } from "../booking/list-bookings.ts";
import { changeVenueSeats } from "../event/change-venue-seats.ts";
import { createEvent } from "../event/create-event.ts";
import { listSeats } from "../seat-map/get-seat-map.ts";
import { openCore } from "../testing/open-core.ts";
import { type Before, dumpTable, openTableBefore, type TableBefore } from "../testing/open-table-before.ts";
import { expectCleanEvents } from "../testing/settle-everything.ts";
import { addVenueSeats } from "../venue/add-venue-seats.ts";
import { getVenue, getVenueSeats } from "../venue/get-venue.ts";
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

/** The section that the concert prints on each seat. */
async function printed() {
  const fresh = await openCore({ alongside: opened.core });
  const list = await listSeats(fresh, null, { event_id: before.events.concert });
  const sections = list.toJSON().items.map(({ seat_pos, section }) => [seat_pos, section]);
  await fresh.close();
  return Object.fromEntries(sections) as Record<string, string>;
}

it("every event of the version before prints the section of each seat after it, and its order stays", async () => {
  const stored = await getVenueSeats(opened.core, { venue_id: before.venues.hall });
  const own = Object.fromEntries(stored.map(({ seat_pos, section }) => [seat_pos, section]));
  expect(await printed()).not.toEqual(own);
  const { events } = await migrateLayouts(opened.core);
  expect(events).toContain(before.events.concert);
  expect(await printed()).toEqual(own);
  expect(Object.keys(await printed())).toEqual(stored.map(({ seat_pos }) => seat_pos));
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
  const { revision, seat_count, seat_types } = await getVenue(opened.core, { venue_id });
  const [first] = await getVenueSeats(opened.core, { venue_id });
  if (!first) throw new Error("the hall has seats");
  const seat = { section: first.section, row: first.row_label, seat_label: "99bis", seat_type: first.seat_type };
  const { seats } = await addVenueSeats(opened.core, organizer, { venue_id, seats: [NewVenueSeat.parse(seat)] });
  expect(seats[0]?.seat_pos).toMatch(new RegExp(`^${first.row}-`));
  const change = { venue_id, revision: revision + 1, carry: [before.events.concert] };
  const relabel = [{ seat_pos: first.seat_pos, seat_label: "1bis" }];
  await changeVenueSeats(opened.core, organizer, ChangeVenueSeats.parse({ ...change, relabel }));
  const list = await listSeats(opened.core, null, { event_id: before.events.concert });
  expect(list.toJSON().items.find(({ seat_pos }) => seat_pos === first.seat_pos)?.seat_label).toBe("1bis");
  const made = await createEvent(opened.core, organizer, {
    ...{
      venue_id,
      name: "Next",
      duration: 60,
      artists: [],
      tags: [],
      description: "",
      programme: "",
      status: "published",
    },
    ...{ start_time: new Date((opened.core.clock() + 86_400) * 1000).toISOString(), currency: "USD" },
    seat_type_prices: Object.fromEntries(seat_types.map((type) => [type, 100])),
  });
  expect(made.seat_count).toBe(seat_count + 1);
});
