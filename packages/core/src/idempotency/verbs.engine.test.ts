import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
import { countItems } from "../table/query-items.ts";
import { createDying, type Fits } from "../testing/dying-table.ts";
import { silence } from "../testing/fake-table.ts";
import { createGate } from "../testing/gate.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newOrganizer, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import { type KeyedAnswer, newKey, sendWithKey } from "../testing/send-with-key.ts";
import { expectExactBooks, letTimePass } from "../testing/settle-everything.ts";
import { getUser, setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { addVenueSeats } from "../venue/add-venue-seats.ts";
import { createVenue } from "../venue/create-venue.ts";
import { getVenue } from "../venue/get-venue.ts";
import { CreateVenue, Venue } from "../venue/venue.ts";
import { leaseSeconds } from "./idempotency.table.ts";
import type { IdempotencyLease } from "./idempotency.ts";

const dying = createDying();
const gate = createGate();
/** The process that dies and stands still, and one beside it that does neither. */
let core: TestCore;
let other: TestCore;
let sale: Sale;
let seats = 0;
const payment = { token: "tok_visa" };

beforeAll(async () => {
  core = await openCore({ wrap: (table) => gate.wrap(dying.wrap(table)) });
  other = await openCore({ beside: core });
  sale = await openEvent(other, { rows: 1, perRow: 200 });
});
afterAll(async () => {
  await other.close();
  await core.close();
});

/** `effects` is how often it was done, whatever anybody was answered; `decides` its first transaction of consequence. */
type Stage = {
  actor: Actor;
  run(core: Core, lease: IdempotencyLease | null): Promise<unknown>;
  effects(): Promise<number>;
  decides?: Fits;
};

/** A transaction that checks the request's lease, or stores its response. */
const withLease: Fits = ({ input }) =>
  (input.TransactItems ?? []).some((action) =>
    String((action.Update ?? action.ConditionCheck)?.Key?.pk).startsWith("claim-"),
  );

const puts =
  (prefix: string): Fits =>
  ({ input }) =>
    (input.TransactItems ?? []).some(({ Put }) => String(Put?.Item?.pk).startsWith(prefix));

async function hold(): Promise<{ actor: Actor; held: HoldingView; holding_id: HoldingView["holding_id"] }> {
  const actor = await newGuest(other);
  const held = await placeHold(other, actor, ask(sale.event_id, `A-${++seats}`));
  return { actor, held, holding_id: held.holding_id };
}

/** What the gateway has of a hold: payments that were not declined or voided, and what was paid back. */
async function readLedger(holding_id: string): Promise<{ charges: number; refunds: number }> {
  const records = (await other.gateway.listByEvent(sale.event_id)).filter((one) => one.holding_id === holding_id);
  const charges = records.filter(({ state }) => state === "captured" || state === "authorized").length;
  return { charges, refunds: records.filter(({ refunded }) => refunded > 0).length };
}

const newHall = CreateVenue.parse({ name: "Hall", city: "Oslo", seat_types: ["Stalls"] });

/** What an organizer owns stands beside the organizer: events sort below, venues above. */
const countEvents = ({ user_id }: Actor) => countItems(other.table, { partition: user_id, below: "user-" });
const countVenues = ({ user_id }: Actor) => countItems(other.table, { partition: user_id, from: "venue-" });

async function openHall(): Promise<{ actor: Actor; venue: Venue }> {
  const actor = await newOrganizer(other);
  return { actor, venue: await createVenue(other, actor, newHall) };
}

const verbs: Record<string, () => Promise<Stage>> = {
  async "place a hold"() {
    const actor = await newGuest(other);
    const wanted = ask(sale.event_id, `A-${++seats}`, `A-${++seats}`);
    return {
      actor,
      run: (own, lease) => placeHold(own, actor, wanted, lease),
      effects: async () => (await listOpenHolds(other, actor, sale)).length,
    };
  },
  async "extend a hold"() {
    const { actor, held } = await hold();
    return {
      actor,
      run: (own, lease) => extendHold(own, actor, held, lease),
      effects: async () => ((await getHold(other, actor, held)).hold_ttl - held.hold_ttl) / 120,
    };
  },
  async "release a hold"() {
    const { actor, held } = await hold();
    return {
      actor,
      run: (own) => releaseHold(own, actor, held),
      effects: async () => Number((await getHold(other, actor, held)).state === "released"),
      decides: () => true,
    };
  },
  async "pay for a hold"() {
    const { actor, holding_id } = await hold();
    return {
      actor,
      run: (own, lease) => confirmHold(own, actor, { holding_id, payment }, lease),
      effects: async () => (await readLedger(holding_id)).charges,
      decides: puts("booking-"),
    };
  },
  async "cancel a booking"() {
    const { actor, holding_id } = await hold();
    const booking = (await confirmHold(other, actor, { holding_id, payment })) as BookingView;
    return {
      actor,
      run: async (own, lease) => BookingView.parse(await cancelBooking(own, actor, booking, lease)),
      async effects() {
        await letTimePass(other, 40);
        return (await readLedger(holding_id)).refunds;
      },
    };
  },
  async "make a venue"() {
    const actor = await newOrganizer(other);
    return {
      actor,
      run: async (own, lease) => Venue.parse(await createVenue(own, actor, newHall, lease)),
      effects: () => countVenues(actor),
    };
  },
  async "add seats to a venue"() {
    const { actor, venue } = await openHall();
    const input = { venue_id: venue.venue_id, seats: times(3, (i) => newSeat("A", i + 1)) };
    return {
      actor,
      run: (own, lease) => addVenueSeats(own, actor, input, lease),
      effects: async () => (await getVenue(other, venue)).seat_count / 3,
    };
  },
  async "make an event"() {
    const { actor, venue } = await openHall();
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
      effects: () => countEvents(actor),
    };
  },
  async "pause a sale"() {
    const { event_id, organizer } = await openEvent(other, { rows: 1, perRow: 1 });
    return {
      actor: organizer,
      run: async (own, lease) =>
        Event.parse(await setEventStatus(own, organizer, { event_id, status: "paused" }, lease)),
      effects: async () => Number((await findEvent(other.table, event_id))?.status === "paused"),
    };
  },
  async "say where the tickets go"() {
    const actor = await newGuest(other);
    const email = "tickets@example.org";
    return {
      actor,
      run: (own, lease) => setGuestEmail(own, actor, { email }, lease),
      effects: async () => Number((await getUser(other, actor, actor)).email === email),
    };
  },
};

describe.each(Object.entries(verbs))("to %s with a key", (_, setStage) => {
  /** A stage, and its request as either process is sent it. */
  async function open() {
    const { actor, run, effects, decides = withLease } = await setStage();
    const key = newKey();
    const send = (own: TestCore): Promise<KeyedAnswer<unknown>> =>
      sendWithKey(own, { actor, key }, (lease) => run(own, lease));
    return { send, effects, decides };
  }

  /** Sent once more, it is answered the very same and nothing is done. */
  async function expectTheSame(
    send: (own: TestCore) => Promise<KeyedAnswer<unknown>>,
    { answer }: KeyedAnswer<unknown>,
  ) {
    const again = await send(other);
    expect([again.replayed, JSON.stringify(again.answer)]).toEqual([true, JSON.stringify(answer)]);
  }

  it("has one effect, however often it is sent, and replays its first answer to the letter", async () => {
    const { send, effects } = await open();
    const first = await send(core);
    expect(first.replayed).toBe(false);
    core.clock.advance(30);
    await expectTheSame(send, first);
    await expectTheSame(send, first);
    expect(await effects()).toBe(1);
  });

  it("has one effect, sent by twenty at once to two processes", async () => {
    const { send, effects } = await open();
    const { won, refused, broken } = await race(times(20, (i) => send(i % 2 === 0 ? core : other)));
    expect(broken).toEqual([]);
    expect(won.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(won.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(Object.keys(refused).filter((code) => code !== "IDEMPOTENCY_KEY_IN_USE")).toEqual([]);
    expect(await effects()).toBe(1);
  });

  it.each(["before", "after"] as const)("is done once, where the process dies %s deciding it", async (moment) => {
    const { send, effects, decides } = await open();
    dying.die(1, moment, decides);
    await expect(send(core).finally(dying.rise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const early = await race([send(other)]);
    expect(early.won.length === 0 || early.won[0]?.replayed).toBe(true);
    expect(Object.keys(early.refused)).toEqual(early.won.length ? [] : ["IDEMPOTENCY_KEY_IN_USE"]);
    core.clock.advance(leaseSeconds + 1);
    const second = await send(other);
    expect(await effects()).toBe(1);
    await expectTheSame(send, second);
    expect(await effects()).toBe(1);
  });

  it("changes nothing, waking after another took it over", async () => {
    const { send, effects, decides } = await open();
    const standing = gate.close(decides);
    const zombie = send(core);
    const woken = race([zombie]);
    await standing;
    core.clock.advance(leaseSeconds + 1);
    const second = await send(other);
    expect(second.replayed).toBe(false);
    gate.open();
    const { won, refused, broken } = await woken;
    expect(broken).toEqual([]);
    expect([won.length, ...Object.keys(refused)]).toEqual(won.length ? [1] : [0, "IDEMPOTENCY_KEY_IN_USE"]);
    await expectTheSame(send, second);
    expect(await effects()).toBe(1);
  });
});

describe("an event whose seats were not copied", () => {
  const copies: Fits = ({ input }) =>
    (input.TransactItems ?? []).some(({ Put }) => Put?.Item?.sk === "A-1" && Put.Item.seat_state !== undefined);

  async function open() {
    const stage = await verbs["make an event"]?.();
    if (!stage) throw new Error("nobody makes events");
    const { actor, run, effects } = stage;
    const request = { actor, key: newKey() };
    const send = async (own: TestCore) => (await sendWithKey(own, request, (lease) => run(own, lease))).answer as Event;
    /** Sent again it is published, and answered as what it is; there is no other. */
    async function expectPublished(): Promise<void> {
      const event = await send(other);
      expect([event.status, (await findEvent(other.table, event.event_id))?.status]).toEqual([
        "published",
        "published",
      ]);
      expect(await send(other)).toEqual(event);
      expect(await effects()).toBe(1);
    }
    return { send, expectPublished };
  }

  it("is answered as published when its key is sent again after the process died", async () => {
    const { send, expectPublished } = await open();
    dying.die(1, "before", copies);
    await expect(send(core).finally(dying.rise)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    core.clock.advance(leaseSeconds + 1);
    await expectPublished();
  });

  it("is answered as published when its key is sent again after the engine was silent", async () => {
    const { send, expectPublished } = await open();
    const table = interpose(core.table, async (command, pass) => {
      if (command instanceof TransactWriteCommand && copies(command)) throw silence();
      return pass();
    });
    await expect(send({ ...core, table })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expectPublished();
  });
});

it("after all that the books are exact and no work is left", async () => {
  await letTimePass(other, 240);
  expect((await expectExactBooks(other, sale.event_id)).counted.bookings).toBeGreaterThan(0);
});
