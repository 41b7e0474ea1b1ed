import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelEvent } from "../booking/cancel-event.ts";
import { getBooking } from "../booking/get-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId, VenueId } from "../ids.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { searchEvents } from "../search/search-events.ts";
import { getSeatMap, listSeats } from "../seat-map/get-seat-map.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectExactBooks, letTimePass, listDue } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { addVenueSeats } from "../venue/add-venue-seats.ts";
import { createVenue } from "../venue/create-venue.ts";
import { changeStatus } from "./change-status.ts";
import { copySeats } from "./copy-seats.ts";
import { createEvent } from "./create-event.ts";
import { CreateEvent, EventStatus } from "./event.ts";
import { findEvent } from "./find-event.ts";
import { getEvent, getOwnEvent } from "./get-event.ts";
import { setEventStatus } from "./set-event-status.ts";

let core: TestCore;
let other: TestCore;
let organizer: Actor;
let stranger: Actor;
let venue_id: VenueId;
/** How many transactions still reach the engine before the process that sends them dies. */
let writesLeft = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (command instanceof TransactWriteCommand && writesLeft-- <= 0) throw new Error("socket hang up");
        return send();
      }),
  });
  other = await openCore({ beside: core });
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
  stranger = (await createUser(core, { email: "stranger@example.org", role: "organizer" })).user;
  venue_id = await newVenue("Hall", ["Stalls", "Box"]);
  await addVenueSeats(core, organizer, {
    venue_id,
    seats: [newSeat("A", 1), newSeat("A", 2), { ...newSeat("B", 1), seat_type: "Box" }],
  });
});
afterAll(async () => {
  await other.close();
  await core.close();
});

async function newVenue(name: string, seat_types: string[]): Promise<VenueId> {
  const venue = { name, city: "Oslo", description: "", seat_types, timezone: "Europe/Oslo" };
  return (await createVenue(core, organizer, venue)).venue_id;
}

const concert = (more: Partial<CreateEvent> = {}): CreateEvent =>
  CreateEvent.parse({
    venue_id,
    name: "Concert",
    start_time: toInstant(core.clock() + 86_400),
    duration: 90,
    seat_type_prices: { Stalls: 1000, Box: 2500 },
    ...more,
  });
const create = (more?: Partial<CreateEvent>) => createEvent(core, organizer, concert(more));
const move = (event_id: EventId, status: "published" | "paused" | "cancelling", actor = organizer) =>
  setEventStatus(core, actor, { event_id, status });
const statusOf = async (event_id: EventId) => (await findEvent(core.table, event_id))?.status;
const listed = async (mine: TestCore) =>
  (await searchEvents(mine, { limit: 200 })).items.map(({ event_id }) => event_id);

describe("an event", () => {
  it("has a seat for every seat of its venue, free, at its type's price, and is published", async () => {
    const event = await create({ programme: "A long evening", artists: ["Ada"], start_time: "2099-01-01T19:00:00Z" });
    expect(event).toMatchObject({
      status: "published",
      seat_count: 3,
      owner_id: organizer.user_id,
      start_time: "2099-01-01T19:00:00.000Z",
      sales_start: toInstant(Math.floor(core.clock())),
      sales_end: null,
    });
    const seats = await readSeats(core, event.event_id);
    expect(seats.map(({ seat_pos, price, seat_state, seat_type }) => [seat_pos, price, seat_state, seat_type])).toEqual(
      [
        ["A-1", 1000, "available", "Stalls"],
        ["A-2", 1000, "available", "Stalls"],
        ["B-1", 2500, "available", "Box"],
      ],
    );
    expect(await getEvent(core, null, event)).toMatchObject({
      programme: "A long evening",
      venue_name: "Hall",
      city: "Oslo",
      timezone: "Europe/Oslo",
    });
    expect(await listDue(core)).toEqual([]);
  });

  it.each([
    ["a type without a price", { seat_type_prices: { Stalls: 1 } }, "SEAT_TYPES_UNPRICED", { seat_types: ["Box"] }],
    [
      "a price for a type that the venue lacks",
      { seat_type_prices: { Stalls: 1, Box: 1, Lawn: 1 } },
      "INVALID_INPUT",
      { faults: [{ path: "seat_type_prices.Lawn", message: "the venue has no such seat type" }] },
    ],
    [
      "a sale that opens as it ends",
      { sales_start: "2098-01-01T00:00:00Z", sales_end: "2098-01-01T00:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_start", message: expect.stringContaining("before it ends") }] },
    ],
    [
      "a sale that opens after the event began",
      { start_time: "2098-01-01T00:00:00Z", sales_start: "2098-01-01T01:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_start", message: expect.any(String) }] },
    ],
  ])("with %s is refused, and nothing is written", async (_, more, code, details) => {
    const before = await core.ids.next("event");
    await expect(create(more as Partial<CreateEvent>)).rejects.toMatchObject({ code, details });
    const after = await core.ids.next("event");
    expect(Number(after.slice(6)) - Number(before.slice(6)), "no id was taken").toBe(1);
  });

  it("needs a venue that is the organizer's own and has seats", async () => {
    const empty = await newVenue("Empty", ["Stalls"]);
    const input = { venue_id: empty, seat_type_prices: { Stalls: 1 } };
    await expect(create(input)).rejects.toMatchObject({ code: "VENUE_WITHOUT_SEATS" });
    await expect(create({ venue_id: "venue-99999" as VenueId })).rejects.toMatchObject({ code: "VENUE_NOT_FOUND" });
    await expect(createEvent(core, stranger, concert())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createEvent(core, await newGuest(core), concert())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("keeps its seats and its layout when the venue grows", async () => {
    const growing = await newVenue("Growing", ["Stalls"]);
    const input = { venue_id: growing, seat_type_prices: { Stalls: 1 } };
    await addVenueSeats(core, organizer, { venue_id: growing, seats: [newSeat("A", 1)] });
    const before = await create(input);
    await addVenueSeats(core, organizer, { venue_id: growing, seats: [newSeat("B", 1)] });
    const after = await create(input);
    expect([before.layout_id, after.layout_id]).toEqual([`layout-${growing}-1`, `layout-${growing}-2`]);
    expect((await readSeats(core, before.event_id)).map(({ seat_pos }) => seat_pos)).toEqual(["A-1"]);
    expect((await readSeats(core, after.event_id)).map(({ seat_pos }) => seat_pos)).toEqual(["A-1", "B-1"]);
  });
});

describe("copying the seats", () => {
  let large: VenueId;
  beforeAll(async () => {
    large = await newVenue("Large", ["Stalls"]);
    const seats = Array.from({ length: 350 }, (_, i) => newSeat("A", i + 1));
    await addVenueSeats(core, organizer, { venue_id: large, seats });
  });

  /** An event whose creator died with some of its seats copied. */
  async function abandon(status: "draft" | "published"): Promise<EventId> {
    // The layout may have been drawn by an earlier event: the draft itself has to be written.
    const known = await readItem(core.table, keys.layout(id.layout(`layout-${large}-1`)));
    writesLeft = known ? 3 : 4;
    const input = { venue_id: large, seat_type_prices: { Stalls: 1000 }, status };
    await expect(create(input)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    writesLeft = Number.POSITIVE_INFINITY;
    const next = Number((await core.ids.next("event")).slice(6));
    return `event-${String(next - 1).padStart(5, "0")}` as EventId;
  }

  it("that died is finished by the reconciler, whole, and published", async () => {
    const event_id = await abandon("published");
    expect(await statusOf(event_id)).toBe("draft");
    expect((await listDue(core)).map(({ pk }) => pk)).toEqual([event_id]);
    expect(await runScheduledWork(core)).toBe(0);
    core.clock.advance(61);
    expect(await runScheduledWork(core)).toBe(1);
    expect(await statusOf(event_id)).toBe("published");
    expect(await readSeats(core, event_id)).toHaveLength(350);
    expect(await listDue(core)).toEqual([]);
  });

  it("leaves a draft a draft where that was wanted, unless its organizer asks for more meanwhile", async () => {
    const [kept, wanted] = [await abandon("draft"), await abandon("draft")];
    expect(await move(wanted, "published")).toMatchObject({ status: "published" });
    core.clock.advance(61);
    while ((await runScheduledWork(core)) > 0);
    expect(await statusOf(kept)).toBe("draft");
    expect(await readSeats(core, kept)).toHaveLength(350);
    expect(await listDue(core)).toEqual([]);
    expect(await move(kept, "published")).toMatchObject({ status: "published" });
  });

  it("never overwrites a seat that was sold, however late a slow copier wakes", async () => {
    const event = await create();
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(event.event_id, "A-1"));
    await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
    expect(await copySeats(other, { ...event, status: "draft", after_copy: "publish" })).toMatchObject({
      status: "published",
    });
    expect((await readSeats(core, event.event_id)).map(({ seat_state }) => seat_state)).toEqual([
      "booked",
      "available",
      "available",
    ]);
    await expectExactBooks(core, event.event_id);
  });

  it("publishes nothing where a seat is missing", async () => {
    const event = await create({ status: "draft" });
    const missing = { ...event, seat_count: 4, after_copy: "publish" as const };
    await expect(copySeats(core, missing)).rejects.toThrow("has 3 of 4 seats");
    expect(await statusOf(event.event_id)).toBe("draft");
  });
});

describe("the status of an event", () => {
  const may = {
    published: ["draft", "paused", "published"],
    paused: ["published", "paused"],
    cancelling: ["draft", "published", "paused", "cancelling"],
  } as const;
  const steps = EventStatus.options.flatMap((from) =>
    (["published", "paused", "cancelling"] as const).map(
      (to) => [from, to, (may[to] as readonly string[]).includes(from)] as const,
    ),
  );

  async function bring(to: EventStatus): Promise<EventId> {
    const { event_id } = await create({ status: to === "draft" ? "draft" : "published" });
    if (to === "paused") await move(event_id, "paused");
    if (to === "cancelling" || to === "cancelled") await move(event_id, "cancelling");
    const event = await findEvent(core.table, event_id);
    if (to === "cancelled" && event) await changeStatus(core, event, "cancelled");
    return event_id;
  }

  it.each(steps)("goes from %s to %s: %s", async (from, to, allowed) => {
    const event_id = await bring(from);
    if (allowed) expect(await move(event_id, to)).toMatchObject({ event_id, status: to });
    else {
      await expect(move(event_id, to)).rejects.toMatchObject({
        code: "EVENT_STATUS_CONFLICT",
        details: { status: from },
      });
    }
    expect(await statusOf(event_id)).toBe(allowed ? to : from);
  });

  it("is only its organizer's and an admin's to change", async () => {
    const { event_id } = await create();
    await expect(move(event_id, "paused", stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(move("event-99999" as EventId, "paused")).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
    expect(await move(event_id, "paused", { ...stranger, role: "admin" })).toMatchObject({ status: "paused" });
  });
});

describe("a draft", () => {
  it.each([
    ["", false],
    [", nor once it was cancelled", true],
  ])("does not exist for strangers, byte for byte, in any question that may be asked%s", async (_, cancelled) => {
    const { event_id } = await create({ status: "draft" });
    if (cancelled) await move(event_id, "cancelling");
    const missing = "event-99999" as EventId;
    const questions = [
      (event_id: EventId) => getEvent(core, stranger, { event_id }),
      (event_id: EventId) => getEvent(core, null, { event_id }),
      (event_id: EventId) => getOwnEvent(core, stranger, event_id),
      (event_id: EventId) => listSeats(core, null, { event_id }),
      (event_id: EventId) => getSeatMap(core, stranger, { event_id }),
      (event_id: EventId) => move(event_id, "published", stranger),
      (event_id: EventId) => placeHold(core, stranger, ask(event_id, "A-1")),
    ];
    for (const question of questions) {
      const [draft, none] = await Promise.all([event_id, missing].map((id) => question(id).catch((error) => error)));
      expect(draft.toFailure()).toEqual({ ...none.toFailure(), error_code: "EVENT_NOT_FOUND" });
    }
    const status = cancelled ? "cancelling" : "draft";
    expect(await getEvent(core, organizer, { event_id })).toMatchObject({ status });
    expect((await listSeats(core, organizer, { event_id })).toJSON().items).toHaveLength(3);
  });
});

describe("what other processes see", () => {
  it("is in their lists once they follow: published, paused, resumed, cancelled", async () => {
    await other.catalog.load();
    const { event_id } = await create({ name: "Followed" });
    expect(await listed(other)).not.toContain(event_id);
    await other.catalog.follow();
    expect(await listed(other)).toContain(event_id);
    for (const [status, shown] of [
      ["paused", false],
      ["published", true],
      ["cancelling", false],
    ] as const) {
      core.clock.advance(1);
      await move(event_id, status);
      await other.catalog.follow();
      expect((await listed(other)).includes(event_id), status).toBe(shown);
    }
  });

  it("is every published event for one that starts later, soonest first, and no other", async () => {
    const late = await create({ name: "Late", start_time: "2099-06-01T20:00:00Z" });
    const [draft, paused, ending] = [await create({ status: "draft" }), await create(), await create()];
    await move(paused.event_id, "paused");
    await move(ending.event_id, "cancelling");
    const third = await openCore({ beside: core });
    await third.catalog.load();
    expect(await listed(third)).toContain(late.event_id);
    for (const { event_id } of [draft, paused, ending]) expect(await listed(third)).not.toContain(event_id);
    const times = (await searchEvents(third, { limit: 200 })).items.map(({ start_time }) => start_time);
    expect(times).toEqual(times.toSorted());
    await third.close();
  });

  it("is at most two seconds old where it opens and closes a sale, and at once in the process that changed it", async () => {
    const event = await create();
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "published" });
    await move(event.event_id, "paused");
    expect(await core.events.find(event.event_id)).toMatchObject({ status: "paused" });
    core.clock.advance(1.9);
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "published" });
    core.clock.advance(0.1);
    expect(await other.events.find(event.event_id)).toMatchObject({ status: "paused" });
  });
});

describe("cancelling an event", () => {
  let sale: Sale;
  let guest: Actor;
  beforeAll(async () => {
    sale = await openEvent(core, { rows: 1, perRow: 6 });
    guest = await newGuest(core);
  });
  const cancel = () => setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });

  it("refunds every booking in full and ends only after the last payment could have ended", async () => {
    const bookings: BookingView[] = [];
    for (const seat of ["A-1", "A-2", "A-3"]) {
      const { holding_id } = await placeHold(core, guest, ask(sale.event_id, seat));
      bookings.push((await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView);
    }
    await cancel();
    expect(await cancelEvent(core, sale.event_id)).toBe(false);
    for (const booking of bookings)
      expect(await getBooking(core, guest, booking)).toMatchObject({
        state: "cancelled",
        refund: { amount: 4500 },
        payment_status: "refunded",
      });
    expect(await cancelEvent(core, sale.event_id), "a payment may still be under way").toBe(false);
    core.clock.advance(600 + 300);
    expect(await cancelEvent(core, sale.event_id)).toBe(false);
    core.clock.advance(1);
    expect(await cancelEvent(core, sale.event_id)).toBe(true);
    expect(await statusOf(sale.event_id)).toBe("cancelled");
    expect(await cancelEvent(core, sale.event_id)).toBe(true);
    await letTimePass(core, 40);
    const { counted } = await expectExactBooks(core, sale.event_id);
    expect(counted).toMatchObject({ bookings: 3, cancelled: 3, booked: 0, at_gateway: 0 });
  });

  it("sells nothing any more", async () => {
    await expect(placeHold(core, guest, ask(sale.event_id, "A-1"))).rejects.toMatchObject({ code: "SALE_CLOSED" });
  });
});
