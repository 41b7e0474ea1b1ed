import { expect } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { ChangeEvent, CreateEvent, type Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { changeEvent } from "../event-change/change-event.ts";
import { createEvent } from "../event-change/create-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { EventId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { isSeatItem, seatsOf, toSeat } from "../seat/seat.table.ts";
import { queryItems } from "../table/query-items.ts";
import { toInstant } from "../time.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import type { NewVenueSeat } from "../venue/venue.ts";
import type { TestCore } from "./open-core.ts";
import { newOrganizer, newSeat } from "./open-event.ts";
import { listDue } from "./settle-everything.ts";

type Edit = Partial<Omit<ChangeEvent, "event_id" | "revision">>;
type Named = Pick<Event, "event_id">;

/** What the seats of a hall cost, by row and type. */
type Rows = Readonly<Record<string, { count: number; type: string; price: number }>>;

export type TwoHalls = Awaited<ReturnType<typeof openTwoHalls>>;

/** An organizer with a hall in Oslo and one in Tokyo. Row A is in both of them, there of another type. */
export async function openTwoHalls(core: TestCore, perRow = 3) {
  const organizer = await newOrganizer(core);
  const inOslo: Rows = {
    A: { count: perRow, type: "Stalls", price: 1000 },
    B: { count: perRow, type: "Box", price: 2500 },
  };
  const inTokyo: Rows = {
    A: { count: perRow, type: "Lawn", price: 700 },
    C: { count: perRow + 1, type: "Stalls", price: 1000 },
  };
  const oslo = await newHall(core, organizer, "Oslo hall", "Europe/Oslo", toSeats(inOslo));
  const tokyo = await newHall(core, organizer, "Tokyo hall", "Asia/Tokyo", toSeats(inTokyo));
  const rowsOf = (venue_id: VenueId): Rows => (venue_id === oslo ? inOslo : inTokyo);
  const pricesIn = (venue_id: VenueId) =>
    Object.fromEntries(Object.values(rowsOf(venue_id)).map(({ type, price }) => [type, price]));
  /** A change from the revision that is current. */
  const edit = async (event_id: EventId, edit: Edit, { process = core, actor = organizer } = {}): Promise<Event> => {
    const { revision } = await getStored(core, event_id);
    return changeEvent(process, actor, ChangeEvent.parse({ event_id, revision, ...edit }));
  };
  /** A move with every price that the hall needs. */
  const moveTo = (venue_id: VenueId) => ({ venue_id, seat_type_prices: pricesIn(venue_id) });
  return {
    ...{ organizer, oslo, tokyo, edit, moveTo },
    draft: (): Promise<Event> => {
      const start_time = toInstant(core.clock() + 86_400);
      const wanted = { name: "Concert", start_time, duration: 90, status: "draft" };
      const input = CreateEvent.parse({ venue_id: oslo, seat_type_prices: pricesIn(oslo), ...wanted });
      return createEvent(core, organizer, input);
    },
    /** Moves it to Tokyo. */
    move: ({ event_id }: Named, more: Edit = {}, process = core): Promise<Event> =>
      edit(event_id, { ...moveTo(tokyo), ...more }, { process }),
    publish: ({ event_id }: Named, process = core): Promise<Event> =>
      setEventStatus(process, organizer, { event_id, status: "published" }),
    seatsIn: (venue_id: VenueId) => seatsOfRows(rowsOf(venue_id)),
    /** It has all seats of this hall and no others, and nothing of it is left to do. */
    expectSeatsOf: async ({ event_id }: Named, venue_id: VenueId): Promise<void> => {
      const seats = seatsOfRows(rowsOf(venue_id));
      expect(await readSold(core, event_id)).toEqual(seats);
      const { layout_id, seat_count } = await getStored(core, event_id);
      expect(layout_id).toContain(venue_id);
      expect(seat_count).toBe(Object.keys(seats).length);
      expect((await auditEvent(core, event_id)).faults).toEqual([]);
      expect((await listDue(core)).filter(({ pk }) => pk === event_id)).toEqual([]);
    },
  };
}

/** The seats that an event in this hall has, by key. */
const seatsOfRows = (rows: Rows): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, { count, type, price }]) =>
      Array.from({ length: count }, (_, i) => [`${row}-${i + 1}`, `${type} ${price}`]),
    ),
  );

const toSeats = (rows: Rows): NewVenueSeat[] =>
  Object.entries(rows).flatMap(([row, { count, type }]) =>
    Array.from({ length: count }, (_, i) => newSeat(row, i + 1, type)),
  );

export async function newHall(core: TestCore, owner: Actor, name: string, timezone: string, seats: NewVenueSeat[]) {
  const seat_types = [...new Set(["Stalls", ...seats.map(({ seat_type }) => seat_type)])];
  const place = { city: timezone.split("/")[1] ?? "", address: `${name} street 1`, timezone };
  const { venue_id } = await createVenue(core, owner, { name, description: "", seat_types, ...place });
  if (seats.length > 0) await addVenueSeats(core, owner, { venue_id, seats });
  return venue_id;
}

export async function getStored(core: TestCore, event_id: EventId): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error("there is no such event");
  return event;
}

/** The event's seats as stored, by key: type and price. */
export async function readSold(core: TestCore, event_id: EventId): Promise<Record<string, string>> {
  const seats: Record<string, string> = {};
  for await (const item of queryItems(core.table, { ...seatsOf(event_id), consistent: true })) {
    if (!isSeatItem(item)) continue;
    const { seat_pos, seat_type, price } = toSeat(item);
    seats[seat_pos] = `${seat_type} ${price}`;
  }
  return seats;
}
