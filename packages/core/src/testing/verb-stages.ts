import { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { Core } from "../core.ts";
import { CreateEvent, Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds } from "../event/list-own-events.ts";
import { createEvent } from "../event-change/create-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import { getHold, listOpenHolds } from "../hold/get-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { releaseHolds } from "../holders/release-holds.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { organizationsOf } from "../organization/may.ts";
import { countItems } from "../table/query-items.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { getVenue } from "../venue/get-venue.ts";
import { CreateVenue, Venue } from "../venue/venue.ts";
import type { Fits } from "./dying-table.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, newOrganizer, newSeat, openEvent, type Sale } from "./open-event.ts";
import { times } from "./race.ts";
import { letTimePass } from "./settle-everything.ts";

const payment = { token: "tok_visa" };

/** `core` is the process that sets up a stage and reads its effects; it neither dies nor stalls. */
export type StageWorld = { core: TestCore; sale: Sale; nextSeat(): string };

/**
 * `effects` is how often the change was made, whatever its responses; `decides` matches the transaction that makes it.
 */
export type Stage = {
  actor: Actor;
  run(core: Core, lease: IdempotencyLease | null): Promise<unknown>;
  effects(): Promise<number>;
  decides?: Fits;
};

const puts =
  (prefix: string): Fits =>
  ({ input }) =>
    (input.TransactItems ?? []).some(({ Put }) => String(Put?.Item?.pk).startsWith(prefix));

async function hold(
  world: StageWorld,
): Promise<{ actor: Actor; held: HoldingView; holding_id: HoldingView["holding_id"] }> {
  const actor = await newGuest(world.core);
  const held = await placeHold(world.core, actor, ask(world.sale.event_id, world.nextSeat()));
  return { actor, held, holding_id: held.holding_id };
}

/** A hold's payments at the gateway, without declined and voided ones, and its refunds. */
async function readLedger(world: StageWorld, holding_id: string): Promise<{ charges: number; refunds: number }> {
  const records = (await world.core.gateway.listByEvent(world.sale.event_id, [null])).filter(
    (record) => record.holding_id === holding_id,
  );
  const charges = records.filter(({ state }) => state === "captured" || state === "authorized").length;
  return { charges, refunds: records.filter(({ refunded }) => refunded > 0).length };
}

const newHall = CreateVenue.parse({ name: "Hall", city: "Oslo", seat_types: ["Stalls"] });

/** An organizer's events and venues share the organizer's partition: events sort below the sessions, venues above the user item. */
const countEvents = async (world: StageWorld, actor: Actor) =>
  (await listOwnEventIds(world.core.table, [ownerOf(actor)])).length;
const countVenues = (world: StageWorld, actor: Actor) =>
  countItems(world.core.table, { partition: ownerOf(actor), from: "venue-" });

/** The one organization of a new organizer. */
function ownerOf(actor: Actor): OrganizationId {
  const [organization_id] = organizationsOf(actor, "owner");
  if (!organization_id) throw new Error(`${actor.user_id} owns no organization`);
  return organization_id;
}

async function openHall(world: StageWorld): Promise<{ actor: Actor; venue: Venue }> {
  const actor = await newOrganizer(world.core);
  return { actor, venue: await createVenue(world.core, actor, newHall) };
}

/** Every change that accepts an Idempotency-Key. */
export const verbStages: Record<string, (world: StageWorld) => Promise<Stage>> = {
  async "place a hold"(world) {
    const actor = await newGuest(world.core);
    const wanted = ask(world.sale.event_id, world.nextSeat(), world.nextSeat());
    return {
      actor,
      run: (own, lease) => placeHold(own, actor, wanted, lease),
      effects: async () => (await listOpenHolds(world.core, actor, world.sale)).length,
    };
  },
  async "extend a hold"(world) {
    const { actor, held } = await hold(world);
    return {
      actor,
      run: (own, lease) => extendHold(own, actor, held, lease),
      effects: async () => ((await getHold(world.core, actor, held)).hold_ttl - held.hold_ttl) / 120,
    };
  },
  async "release a hold"(world) {
    const { actor, held } = await hold(world);
    return {
      actor,
      run: (own) => releaseHold(own, actor, held),
      effects: async () => Number((await getHold(world.core, actor, held)).state === "released"),
      decides: () => true,
    };
  },
  async "release somebody's hold"(world) {
    const { actor, held, holding_id } = await hold(world);
    const { event_id, organizer } = world.sale;
    return {
      actor: organizer,
      run: (own) => releaseHolds(own, organizer, { event_id, holding_id }),
      effects: async () => Number((await getHold(world.core, actor, held)).released_by === "organizer"),
      decides: () => true,
    };
  },
  async "pay for a hold"(world) {
    const { actor, holding_id } = await hold(world);
    return {
      actor,
      run: (own, lease) => confirmHold(own, actor, { holding_id, payment }, lease),
      effects: async () => (await readLedger(world, holding_id)).charges,
      decides: puts("booking-"),
    };
  },
  async "cancel a booking"(world) {
    const { actor, holding_id } = await hold(world);
    const booking = (await confirmHold(world.core, actor, { holding_id, payment })) as BookingView;
    return {
      actor,
      run: async (own, lease) => BookingView.parse(await cancelBooking(own, actor, booking, lease)),
      async effects() {
        await letTimePass(world.core, 40);
        return (await readLedger(world, holding_id)).refunds;
      },
    };
  },
  async "make a venue"(world) {
    const actor = await newOrganizer(world.core);
    return {
      actor,
      run: async (own, lease) => Venue.parse(await createVenue(own, actor, newHall, lease)),
      effects: () => countVenues(world, actor),
    };
  },
  async "add seats to a venue"(world) {
    const { actor, venue } = await openHall(world);
    const input = { venue_id: venue.venue_id, seats: times(3, (i) => newSeat("A", i + 1)) };
    return {
      actor,
      run: (own, lease) => addVenueSeats(own, actor, input, lease),
      effects: async () => (await getVenue(world.core, venue)).seat_count / 3,
    };
  },
  async "make an event"(world) {
    const { actor, venue } = await openHall(world);
    await addVenueSeats(world.core, actor, { venue_id: venue.venue_id, seats: [newSeat("A", 1)] });
    const input = CreateEvent.parse({
      venue_id: venue.venue_id,
      name: "Concert",
      start_time: "2099-01-01T20:00:00Z",
      duration: 60,
      seat_type_prices: { Stalls: 4500 },
    });
    return {
      actor,
      run: async (own, lease) => Event.parse(await createEvent(own, actor, input, lease)),
      effects: () => countEvents(world, actor),
    };
  },
  async "pause a sale"(world) {
    const { event_id, organizer } = await openEvent(world.core, { rows: 1, perRow: 1 });
    return {
      actor: organizer,
      run: async (own, lease) =>
        Event.parse(await setEventStatus(own, organizer, { event_id, status: "paused" }, lease)),
      effects: async () => Number((await findEvent(world.core.table, event_id))?.status === "paused"),
    };
  },
};
