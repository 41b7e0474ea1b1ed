import { createEvent } from "../event/create-event.ts";
import type { CreateEvent, EventId } from "../event/event.ts";
import type { PlaceHold } from "../hold/hold.ts";
import { toInstant } from "../time.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { addVenueSeats } from "../venue/add-venue-seats.ts";
import { createVenue } from "../venue/create-venue.ts";
import type { NewVenueSeat } from "../venue/venue.ts";
import type { TestCore } from "./open-core.ts";

export type Sale = { event_id: EventId; organizer: Actor };

let organizers = 0;

/** An organizer with an event on sale: rows A, B, … of `perRow` seats at 4500 each, unless `event` says otherwise. */
export async function openEvent(
  core: TestCore,
  { rows = 2, perRow = 10, event = {} }: { rows?: number; perRow?: number; event?: Partial<CreateEvent> } = {},
): Promise<Sale> {
  const { user: organizer } = await createUser(core, {
    email: `organizer-${organizers++}@example.org`,
    role: "organizer",
  });
  const venue = await createVenue(core, organizer, {
    name: "Test hall",
    city: "New York",
    description: "",
    seat_types: ["Stalls"],
    timezone: "America/New_York",
  });
  const seats = Array.from({ length: rows * perRow }, (_, i) =>
    newSeat(String.fromCharCode(65 + Math.floor(i / perRow)), (i % perRow) + 1),
  );
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

export function newSeat(row: string, seat_num: number): NewVenueSeat {
  return { row, seat_num, seat_type: "Stalls", section: "", accessible: false };
}

/** A guest who may hold and book. */
export async function newGuest(core: TestCore): Promise<Actor> {
  return (await startGuest(core, {})).user;
}

/** The input of a hold, from plain strings. */
export function ask(event_id: EventId, ...seats: string[]): PlaceHold {
  return { event_id, seats: seats as PlaceHold["seats"] };
}
