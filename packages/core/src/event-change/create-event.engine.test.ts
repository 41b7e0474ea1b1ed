import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredEvent } from "../event/event.table.ts";
import type { CreateEvent, Event } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { getEvent } from "../event/get-event.ts";
import { copySeats } from "../event-seats/copy-seats.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId, VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { id } from "../testing/id.ts";
import { ask, newGuest, newSeat } from "../testing/open-event.ts";
import { type EventWorld, openEventWorld } from "../testing/open-event-world.ts";
import { readSeats } from "../testing/read-seats.ts";
import { expectCleanAudit, listDue } from "../testing/settle-everything.ts";
import { toInstant } from "../time.ts";
import { createEvent } from "./create-event.ts";

let world: EventWorld;
let core: EventWorld["core"];
let organizer: EventWorld["organizer"];
let stranger: EventWorld["stranger"];
let newVenue: EventWorld["newVenue"];
let concert: EventWorld["concert"];
let create: EventWorld["create"];
let statusOf: EventWorld["statusOf"];
let move: EventWorld["move"];
let other: EventWorld["other"];

beforeAll(async () => {
  world = await openEventWorld();
  ({ core, organizer, stranger, newVenue, concert, create, statusOf, move, other } = world);
});
afterAll(() => world.close());

async function stored({ event_id }: Pick<Event, "event_id">): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error(`${event_id} is gone`);
  return event;
}

describe("an event", () => {
  it("has every seat of its venue, free and at its type's price, and is published", async () => {
    const event = await create({ programme: "A long evening", artists: ["Ada"], start_time: "2099-01-01T19:00:00Z" });
    expect(event).toMatchObject({
      status: "published",
      seat_count: 3,
      owner_id: organizer.user_id,
      start_time: "2099-01-01T19:00:00.000Z",
      end_time: "2099-01-01T20:30:00.000Z",
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
      { start_time: "2099-01-01T00:00:00Z", sales_start: "2098-01-01T00:00:00Z", sales_end: "2098-01-01T00:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_start", message: expect.stringContaining("before it ends") }] },
    ],
    [
      "a sale that opens after the event began",
      { start_time: "2098-01-01T00:00:00Z", sales_start: "2098-01-01T01:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_start", message: expect.any(String) }] },
    ],
    [
      "a sale that goes on after its end",
      { start_time: "2098-01-01T00:00:00Z", duration: 60, sales_end: "2098-01-01T01:00:01Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_end", message: expect.stringContaining("the end") }] },
    ],
    [
      "a start in the past",
      { start_time: "2020-01-01T00:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "start_time", message: expect.stringContaining("in the past") }] },
    ],
    [
      "a sale that is over",
      { sales_end: "2020-01-01T00:00:00Z" },
      "INVALID_INPUT",
      { faults: [{ path: "sales_end", message: expect.stringContaining("in the past") }] },
    ],
  ])("with %s is refused, and nothing is written", async (_, more, code, details) => {
    const before = await core.ids.next("event");
    await expect(create(more as Partial<CreateEvent>)).rejects.toMatchObject({ code, details });
    const after = await core.ids.next("event");
    expect(Number(after.slice(6)) - Number(before.slice(6)), "no id was taken").toBe(1);
  });

  it("that is refused for its times leaves no layout of a venue in which none was planned before", async () => {
    const venue_id = await newVenue("Unplanned", ["Stalls"]);
    await addVenueSeats(core, organizer, { venue_id, seats: [newSeat("A", 1)] });
    const input = { venue_id, seat_type_prices: { Stalls: 1 } };
    const layout = () => readItem(core.table, keys.layout(id.layout(`layout-${venue_id}-1`)));
    const late = create({ ...input, start_time: "2020-01-01T00:00:00Z" });
    await expect(late).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await layout()).toBeNull();
    await create(input);
    expect(await layout()).not.toBeNull();
  });

  it("sells until its end if its sale does", async () => {
    const [start, minutes] = [core.clock() + 3_600, 120];
    const sales_end = toInstant(start + minutes * 60);
    const { event_id } = await create({ start_time: toInstant(start), duration: minutes, sales_end });
    core.clock.advance(3_600 + minutes * 60 - 10);
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(event_id, "A-1"));
    await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
    core.clock.advance(10);
    await expect(placeHold(core, guest, ask(event_id, "A-2"))).rejects.toMatchObject({ code: "SALE_CLOSED" });
    await expectCleanAudit(core, event_id);
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

  /** An event whose process died after copying some of its seats. */
  async function abandon(status: "draft" | "published"): Promise<EventId> {
    world.setWritesLeft(3);
    const input = { venue_id: large, seat_type_prices: { Stalls: 1000 }, status };
    await expect(create(input)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    world.setWritesLeft(Number.POSITIVE_INFINITY);
    const next = Number((await core.ids.next("event")).slice(6));
    return `event-${String(next - 1).padStart(5, "0")}` as EventId;
  }

  it("is finished by scheduled work after the process died, and published", async () => {
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

  it("leaves a draft a draft if requested, unless its organizer publishes it meanwhile", async () => {
    const [kept, wanted] = [await abandon("draft"), await abandon("draft")];
    expect(await move(wanted, "published")).toMatchObject({ status: "published" });
    core.clock.advance(61);
    while ((await runScheduledWork(core)) > 0);
    expect(await statusOf(kept)).toBe("draft");
    expect(await readSeats(core, kept)).toHaveLength(350);
    expect(await listDue(core)).toEqual([]);
    expect(await move(kept, "published")).toMatchObject({ status: "published" });
  });

  it("never overwrites a sold seat, however late a slow process resumes", async () => {
    const event = await stored(await create());
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
    await expectCleanAudit(core, event.event_id);
  });

  it("publishes nothing if a seat is missing", async () => {
    const event = await stored(await create({ status: "draft" }));
    const missing = { ...event, seat_count: 4, after_copy: "publish" as const };
    await expect(copySeats(core, missing)).rejects.toThrow("has 3 of 4 seats");
    expect(await statusOf(event.event_id)).toBe("draft");
  });
});
