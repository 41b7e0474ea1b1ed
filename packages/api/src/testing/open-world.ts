import type { BookingView } from "@evently/core/booking";
import { getEvent } from "@evently/core/event/get-event";
import { createEvent } from "@evently/core/event-change/create-event";
import { setEventStatus } from "@evently/core/event-change/set-event-status";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { VenueId } from "@evently/core/ids";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { countWrites } from "@evently/core/testing/count-writes";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, newSeat, openEvent } from "@evently/core/testing/open-event";
import type { Actor } from "@evently/core/user";
import { createUser } from "@evently/core/user/create-user";
import { setQuota } from "@evently/core/user/set-quota";
import { createVenue } from "@evently/core/venue/create-venue";

/** `owner` is the buyer who owns the hold, the booking and the account; `organizer` owns the venue and the event. */
export const everyone = ["nobody", "guest", "user", "owner", "organizer", "other organizer", "admin"] as const;
export type Who = (typeof everyone)[number];

const perRow = 20;

/** One event on sale, one person of each role, the owner's session, and functions that create new records of theirs. */
export async function openWorld() {
  const writes = countWrites();
  const core = await openCore({ wrap: writes.wrap });
  const sale = await openEvent(core, { rows: 26, perRow });
  await setQuota(core, sale.organizer.user_id, { events: 1_000, venues: 1_000 });
  const { layout_id } = await getEvent(core, null, sale);
  let emails = 0;
  let seats = 0;
  const nextEmail = () => `person-${emails++}@example.org`;
  const nextSeat = () => `${String.fromCharCode(65 + Math.floor(seats / perRow))}-${(seats++ % perRow) + 1}`;
  const signUp = async (role: "attendee" | "organizer") => (await createUser(core, { email: nextEmail(), role })).user;
  const { user: owner, token } = await createUser(core, { email: nextEmail(), role: "attendee" });
  const actors: Record<Who, Actor | null> = {
    nobody: null,
    guest: await newGuest(core),
    user: await signUp("attendee"),
    owner,
    organizer: sale.organizer,
    "other organizer": await signUp("organizer"),
    admin: { ...(await signUp("attendee")), role: "admin" },
  };
  const venue_id = await openVenue(core, sale.organizer);
  return { core, sale, layout_id, venue_id, owner, token, actors, writes, nextEmail, nextSeat };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openVenue(core: TestCore, organizer: Actor): Promise<VenueId> {
  const venue = { name: "Small hall", city: "Paris", description: "", seat_types: ["Stalls"], timezone: "UTC" };
  const { venue_id } = await createVenue(core, organizer, venue);
  await addVenueSeats(core, organizer, { venue_id, seats: [newSeat("A", 1)] });
  return venue_id;
}

/** A new hold of the owner's; only two may be open at once, so earlier ones expire first. */
export async function hold({ core, sale, owner, nextSeat }: World, token?: string) {
  core.clock.advance(core.rules.SEAT_HOLD_MAX + 1);
  const { holding_id } = await placeHold(core, owner, ask(sale.event_id, nextSeat()));
  if (token) await confirmHold(core, owner, { holding_id, payment: { token } });
  return { holding_id };
}

export async function book(world: World) {
  const payment = { token: "tok_visa" };
  const booking = (await confirmHold(world.core, world.owner, { ...(await hold(world)), payment })) as BookingView;
  return { booking_id: booking.booking_id };
}

export const newEvent = ({ venue_id }: Pick<World, "venue_id">) => ({
  venue_id,
  name: "Another concert",
  start_time: "2099-01-01T20:00:00Z",
  duration: 60,
  seat_type_prices: { Stalls: 0 },
});

export async function openAnother(world: World, status: "draft" | "published" | "paused") {
  const { core, sale } = world;
  const { event_id } = await createEvent(core, sale.organizer, {
    ...newEvent(world),
    artists: [],
    tags: [],
    description: "",
    programme: "",
    currency: "USD",
    status: status === "draft" ? "draft" : "published",
  });
  if (status === "paused") await setEventStatus(core, sale.organizer, { event_id, status });
  return { event_id };
}
