import type { BookingView } from "@evently/core/booking";
import { makeDoorKey } from "@evently/core/door-key/make-door-key";
import { getEvent } from "@evently/core/event/get-event";
import { createEvent } from "@evently/core/event-change/create-event";
import { setEventStatus } from "@evently/core/event-change/set-event-status";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { VenueId } from "@evently/core/ids";
import { addVenueSeats } from "@evently/core/layout/add-venue-seats";
import { suspendAccount } from "@evently/core/operator/suspend-account";
import type { MemberRole } from "@evently/core/organization";
import { countWrites } from "@evently/core/testing/count-writes";
import { joinOrganization, readActor } from "@evently/core/testing/join-organization";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { ask, newGuest, newOrganizer, newSeat, openEvent } from "@evently/core/testing/open-event";
import { ownOrganization } from "@evently/core/testing/own-organization";
import { signIn } from "@evently/core/testing/sign-in";
import type { Actor } from "@evently/core/user";
import { setQuota } from "@evently/core/user/set-quota";
import { createVenue } from "@evently/core/venue/create-venue";

/** `attendee` is the buyer who has the hold, the booking and the account; from `owner` on, all are of the organization that sells. */
export const everyone = [
  ...(["nobody", "link holder", "door key", "guest", "attendee", "other attendee"] as const),
  ...(["owner", "manager", "box office", "door", "viewer"] as const),
  ...(["member of another organization", "admin", "suspended"] as const),
] as const;
export type Who = (typeof everyone)[number];

const perRow = 20;

/** One event on sale, everybody there is, and functions that create new records of theirs. */
export async function openWorld() {
  const writes = countWrites();
  const core = await openCore({ wrap: writes.wrap });
  const sale = await openEvent(core, { rows: 26, perRow });
  const { organizer } = sale;
  await setQuota(core, organizer.user_id, { events: 1_000, venues: 1_000 });
  const { layout_id, end_time: until } = await getEvent(core, null, sale);
  const { key } = await makeDoorKey(core, organizer, { event_id: sale.event_id, name: "North door", until });
  let [emails, seats] = [0, 0];
  const nextEmail = () => `person-${emails++}@example.org`;
  const nextSeat = () => `${String.fromCharCode(65 + Math.floor(seats / perRow))}-${(seats++ % perRow) + 1}`;
  const { user: attendee, token } = await signIn(core, nextEmail());
  const organization_id = ownOrganization(organizer);
  const join = async (role: MemberRole) => (await joinOrganization(core, organizer, organization_id, role)).actor;
  const stopped = await join("owner");
  await suspendAccount(core, stopped);
  const actors: Record<Who, Actor | null> = {
    nobody: null,
    "link holder": null,
    "door key": null,
    guest: await newGuest(core),
    attendee,
    "other attendee": (await signIn(core, nextEmail())).user,
    owner: organizer,
    manager: await join("manager"),
    "box office": await join("box_office"),
    door: await join("door"),
    viewer: await join("viewer"),
    "member of another organization": await newOrganizer(core),
    admin: { ...(await signIn(core, nextEmail())).user, role: "admin" },
    suspended: await readActor(core, stopped),
  };
  const venue_id = await openVenue(core, organizer);
  const ids = { organization_id, layout_id, venue_id };
  return { core, sale, ...ids, attendee, token, key, actors, writes, nextEmail, nextSeat };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openVenue(core: TestCore, organizer: Actor): Promise<VenueId> {
  const venue = { name: "Small hall", city: "Paris", description: "", seat_types: ["Stalls"], timezone: "UTC" };
  const { venue_id } = await createVenue(core, organizer, venue);
  await addVenueSeats(core, organizer, { venue_id, seats: [newSeat("A", 1)] });
  return venue_id;
}

/** A new hold of the attendee's; only two may be open at once, so earlier ones expire first. */
export async function hold({ core, sale, attendee, nextSeat }: World, token?: string) {
  core.clock.advance(core.rules.SEAT_HOLD_MAX + 1);
  const { holding_id } = await placeHold(core, attendee, ask(sale.event_id, nextSeat()));
  if (token) await confirmHold(core, attendee, { holding_id, payment: { token } });
  return { holding_id };
}

export async function book(world: World) {
  const payment = { token: "tok_visa" };
  const booking = (await confirmHold(world.core, world.attendee, { ...(await hold(world)), payment })) as BookingView;
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
