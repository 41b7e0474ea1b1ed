import type { CreateEvent } from "../event/event.ts";
import { createEvent } from "../event-change/create-event.ts";
import type { PlaceHold } from "../hold/hold.ts";
import type { EventId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { toInstant } from "../time.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import type { NewVenueSeat } from "../venue/venue.ts";
import type { TestCore } from "./open-core.ts";

export type Sale = { event_id: EventId; organizer: Actor };

let organizers = 0;

type Wanted = {
  rows?: number;
  perRow?: number;
  /** Instead of rows of identical seats. */
  seats?: NewVenueSeat[];
  event?: Partial<CreateEvent>;
  /** A new one by default. */
  organizer?: Actor;
};

/** An organizer with an event on sale: rows A, B, … of `perRow` seats at 4500 each, unless `event` says otherwise. */
export async function openEvent(core: TestCore, wanted: Wanted = {}): Promise<Sale> {
  const { rows = 2, perRow = 10, event = {} } = wanted;
  const organizer = wanted.organizer ?? (await newOrganizer(core));
  const seats =
    wanted.seats ??
    Array.from({ length: rows * perRow }, (_, i) =>
      newSeat(String.fromCharCode(65 + Math.floor(i / perRow)), (i % perRow) + 1),
    );
  const venue = await createVenue(core, organizer, {
    name: "Test hall",
    city: "New York",
    description: "",
    seat_types: [...new Set(seats.map(({ seat_type }) => seat_type))],
    timezone: "America/New_York",
  });
  await addVenueSeats(core, organizer, { venue_id: venue.venue_id, seats });
  const { event_id } = await createEvent(core, organizer, {
    venue_id: venue.venue_id,
    name: "Test concert",
    start_time: toInstant(core.clock() + 7 * 86_400),
    duration: 120,
    artists: [],
    tags: [],
    description: "",
    programme: "",
    seat_type_prices: { Stalls: 4500 },
    currency: "USD",
    status: "published",
    ...event,
  });
  return { event_id, organizer };
}

export function newSeat(row: string, seat_num: number, seat_type = "Stalls"): NewVenueSeat {
  return { row, seat_num, seat_type, section: "", accessible: false, properties: [] };
}

export async function newOrganizer(core: TestCore): Promise<Actor> {
  const email = `organizer-${organizers++}@example.org`;
  return (await createUser(core, { email, role: "organizer" })).user;
}

export async function newGuest(core: TestCore): Promise<Actor> {
  return (await startGuest(core, {})).user;
}

/** The input of a hold, from plain strings. */
export function ask(event_id: EventId, ...seats: string[]): PlaceHold {
  return { event_id, seats: seats as PlaceHold["seats"] };
}
