import { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { Core } from "../core.ts";
import { createEvent } from "../event/create-event.ts";
import { CreateEvent, Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import { getHold, listOpenHolds } from "../hold/get-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { countItems } from "../table/query-items.ts";
import { getUser, setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { addVenueSeats } from "../venue/add-venue-seats.ts";
import { createVenue } from "../venue/create-venue.ts";
import { getVenue } from "../venue/get-venue.ts";
import { CreateVenue, Venue } from "../venue/venue.ts";
import type { Fits } from "./dying-table.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, newOrganizer, newSeat, openEvent, type Sale } from "./open-event.ts";
import { times } from "./race.ts";
import { letTimePass } from "./settle-everything.ts";

const payment = { token: "tok_visa" };

/** `other` is the process that sets a stage and reads its effects; `nextSeat` names a seat that no stage has used. */
export type KeyedWorld = { other: TestCore; sale: Sale; nextSeat(): string };

/** `effects` is how often the change was made, whatever its responses; `decides` matches the transaction that makes it. */
export type Stage = {
  actor: Actor;
  run(core: Core, lease: IdempotencyLease | null): Promise<unknown>;
  effects(): Promise<number>;
  decides?: Fits;
};

/** A transaction that checks the request's lease, or stores its response. */
export const withLease: Fits = ({ input }) =>
  (input.TransactItems ?? []).some((action) =>
    String((action.Update ?? action.ConditionCheck)?.Key?.pk).startsWith("claim-"),
  );

const puts =
  (prefix: string): Fits =>
  ({ input }) =>
    (input.TransactItems ?? []).some(({ Put }) => String(Put?.Item?.pk).startsWith(prefix));

async function hold({
  other,
  sale,
  nextSeat,
}: KeyedWorld): Promise<{ actor: Actor; held: HoldingView; holding_id: HoldingView["holding_id"] }> {
  const actor = await newGuest(other);
  const held = await placeHold(other, actor, ask(sale.event_id, nextSeat()));
  return { actor, held, holding_id: held.holding_id };
}

/** A hold's payments at the gateway, without declined and voided ones, and its refunds. */
async function readLedger(
  { other, sale }: KeyedWorld,
  holding_id: string,
): Promise<{ charges: number; refunds: number }> {
  const records = (await other.gateway.listByEvent(sale.event_id)).filter(
    (payment) => payment.holding_id === holding_id,
  );
  const charges = records.filter(({ state }) => state === "captured" || state === "authorized").length;
  return { charges, refunds: records.filter(({ refunded }) => refunded > 0).length };
}

const newHall = CreateVenue.parse({ name: "Hall", city: "Oslo", seat_types: ["Stalls"] });

/** An organizer's events and venues share the organizer's partition: events sort below the user item, venues above. */
const countEvents = ({ other }: KeyedWorld, { user_id }: Actor) =>
  countItems(other.table, { partition: user_id, below: "user-" });
const countVenues = ({ other }: KeyedWorld, { user_id }: Actor) =>
  countItems(other.table, { partition: user_id, from: "venue-" });

async function openVenue({ other }: KeyedWorld): Promise<{ actor: Actor; venue: Venue }> {
  const actor = await newOrganizer(other);
  return { actor, venue: await createVenue(other, actor, newHall) };
}

export const keyedChanges: Record<string, (world: KeyedWorld) => Promise<Stage>> = {
  async "place a hold"({ other, sale, nextSeat }) {
    const actor = await newGuest(other);
    const wanted = ask(sale.event_id, nextSeat(), nextSeat());
    return {
      actor,
      run: (own, lease) => placeHold(own, actor, wanted, lease),
      effects: async () => (await listOpenHolds(other, actor, sale)).length,
    };
  },
  async "extend a hold"(world) {
    const { other } = world;
    const { actor, held } = await hold(world);
    return {
      actor,
      run: (own, lease) => extendHold(own, actor, held, lease),
      effects: async () => ((await getHold(other, actor, held)).hold_ttl - held.hold_ttl) / 120,
    };
  },
  async "release a hold"(world) {
    const { other } = world;
    const { actor, held } = await hold(world);
    return {
      actor,
      run: (own) => releaseHold(own, actor, held),
      effects: async () => Number((await getHold(other, actor, held)).state === "released"),
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
    const { other } = world;
    const { actor, holding_id } = await hold(world);
    const booking = (await confirmHold(other, actor, { holding_id, payment })) as BookingView;
    return {
      actor,
      run: async (own, lease) => BookingView.parse(await cancelBooking(own, actor, booking, lease)),
      async effects() {
        await letTimePass(other, 40);
        return (await readLedger(world, holding_id)).refunds;
      },
    };
  },
  async "create a venue"(world) {
    const { other } = world;
    const actor = await newOrganizer(other);
    return {
      actor,
      run: async (own, lease) => Venue.parse(await createVenue(own, actor, newHall, lease)),
      effects: () => countVenues(world, actor),
    };
  },
  async "add seats to a venue"(world) {
    const { other } = world;
    const { actor, venue } = await openVenue(world);
    const input = { venue_id: venue.venue_id, seats: times(3, (i) => newSeat("A", i + 1)) };
    return {
      actor,
      run: (own, lease) => addVenueSeats(own, actor, input, lease),
      effects: async () => (await getVenue(other, venue)).seat_count / 3,
    };
  },
  async "create an event"(world) {
    const { other } = world;
    const { actor, venue } = await openVenue(world);
    await addVenueSeats(other, actor, { venue_id: venue.venue_id, seats: [newSeat("A", 1)] });
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
  async "pause a sale"({ other }) {
    const { event_id, organizer } = await openEvent(other, { rows: 1, perRow: 1 });
    return {
      actor: organizer,
      run: async (own, lease) =>
        Event.parse(await setEventStatus(own, organizer, { event_id, status: "paused" }, lease)),
      effects: async () => Number((await findEvent(other.table, event_id))?.status === "paused"),
    };
  },
  async "set a guest's e-mail"({ other }) {
    const actor = await newGuest(other);
    const email = "tickets@example.org";
    return {
      actor,
      run: (own, lease) => setGuestEmail(own, actor, { email }, lease),
      effects: async () => Number((await getUser(other, actor, actor)).email === email),
    };
  },
};
