import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { VenueId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueLayout, getVenueSeats } from "../layout/get-venue-seats.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newSeat } from "../testing/open-event.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "./create-venue.ts";
import { getOwnVenue, getVenue } from "./get-venue.ts";
import { readVenueSeats } from "./read-venue.ts";
import type { NewVenueSeat, Venue } from "./venue.ts";

let core: TestCore;
let organizer: Actor;
let venue: Venue;
/** Decides whether a write reaches the engine; one that doesn't ends its process. */
let reaches: (command: { input: unknown }) => boolean = () => true;

const hall = { name: "Hall", city: "Oslo", description: "", seat_types: ["Stalls", "Box"], timezone: "Europe/Oslo" };
const seats = (row: string, count: number): NewVenueSeat[] =>
  Array.from({ length: count }, (_, i) => newSeat(row, i + 1));
const add = (seats: NewVenueSeat[]) => addVenueSeats(core, organizer, { venue_id: venue.venue_id, seats });
const seen = async () => (await getVenueSeats(core, venue)).toJSON().items.map(({ seat_pos }) => seat_pos);
/** Also those of unfinished additions. */
const stored = async () =>
  (await readVenueSeats(core.table, await getVenue(core, venue))).map(({ seat_pos }) => seat_pos);

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (!reaches(command)) throw new Error("socket hang up");
        return send();
      }),
  });
  organizer = (await createUser(core, { email: "organizer@example.org", role: "organizer" })).user;
});
afterAll(() => core.close());
beforeEach(async () => {
  reaches = () => true;
  venue = await createVenue(core, organizer, hall);
});

/** Nothing is written from the `count`-th transaction on: the process is dead. */
function dieAfter(count: number): void {
  let sent = 0;
  reaches = (command) => {
    if (command instanceof TransactWriteCommand) sent++;
    return sent < count || !(command instanceof TransactWriteCommand || command instanceof UpdateCommand);
  };
}

describe("a venue", () => {
  it("is created without seats by an organizer, and read back unchanged", async () => {
    expect(venue).toMatchObject({ ...hall, owner_id: organizer.user_id, revision: 0, seat_count: 0 });
    expect(await getVenue(core, venue)).toEqual(venue);
    expect(await seen()).toEqual([]);
    await expect(createVenue(core, await newGuest(core), hall)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("that doesn't exist is VENUE_NOT_FOUND in every request", async () => {
    const missing = { venue_id: "venue-99999" as VenueId };
    const code = { code: "VENUE_NOT_FOUND" };
    await expect(getVenue(core, missing)).rejects.toMatchObject(code);
    await expect(getVenueSeats(core, missing)).rejects.toMatchObject(code);
    await expect(getVenueLayout(core, missing)).rejects.toMatchObject(code);
    await expect(addVenueSeats(core, organizer, { ...missing, seats: seats("A", 1) })).rejects.toMatchObject(code);
  });

  it("can be changed only by its owner and an admin", async () => {
    const { user: other } = await createUser(core, { email: `${venue.venue_id}@example.org`, role: "organizer" });
    await expect(getOwnVenue(core, other, venue.venue_id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const input = { venue_id: venue.venue_id, seats: seats("A", 1) };
    await expect(addVenueSeats(core, other, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await addVenueSeats(core, { ...other, role: "admin" }, input)).toMatchObject({ created: 1 });
  });
});

describe("adding seats", () => {
  it("stores all of their fields, in natural order, and counts them", async () => {
    const box = { ...newSeat("BOX1", 1), seat_type: "Box", section: "Boxes", row_label: "1", x: 5, y: -3 };
    const properties: NewVenueSeat["properties"] = ["companion"];
    await add([...seats("B", 1), ...seats("A", 11)]);
    await add([{ ...box, accessible: true, properties }]);
    expect((await seen()).slice(0, 2)).toEqual(["A-1", "A-2"]);
    expect((await seen()).slice(-4)).toEqual(["A-10", "A-11", "B-1", "BOX1-1"]);
    expect((await getVenueSeats(core, venue)).toJSON().items.at(-1)).toEqual({
      ...box,
      venue_id: venue.venue_id,
      seat_pos: "BOX1-1",
      seat_label: "1",
      accessible: true,
      properties,
      row_order: 1,
      revision: 2,
    });
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 13, revision: 2 });
  });

  it("can be repeated, each time as a new revision", async () => {
    await add(seats("A", 3));
    await add(seats("B", 2));
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 5, revision: 2 });
    expect(await seen()).toEqual(["A-1", "A-2", "A-3", "B-1", "B-2"]);
  });

  it("refuses all if some exist already, and names exactly those", async () => {
    await add(seats("A", 150));
    const refused = add([...seats("B", 120), newSeat("A", 150), newSeat("A", 2)]);
    await expect(refused).rejects.toMatchObject({ code: "DUPLICATE_SEATS", details: { seats: ["A-150", "A-2"] } });
    expect(await stored()).toHaveLength(150);
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 150, revision: 1 });
    expect(await add(seats("B", 120))).toMatchObject({ created: 120 });
  });

  it("refuses more seats than a layout can hold before writing anything, and accepts fewer", async () => {
    const random = seededRandom(7);
    const word = () => String.fromCharCode(...Array.from({ length: 40 }, () => 32 + drawBelow(random, 4_000)));
    const told = Array.from({ length: 10_000 }, (_, i) => ({ ...newSeat(`R${i}`, 1), section: word() }));
    const wanted = { faults: [{ path: "seats", message: expect.stringContaining("10000 seats would be too large") }] };
    await expect(add(told)).rejects.toMatchObject({ code: "INVALID_INPUT", details: wanted });
    expect(await stored()).toEqual([]);
    expect(await add(seats("A", 2))).toMatchObject({ created: 2 });
  });

  it("names every duplicate seat and every type that the venue lacks", async () => {
    const strange = { ...newSeat("C", 1), seat_type: "Lawn" };
    await expect(add([...seats("A", 2), newSeat("A", 1), strange])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: {
        faults: [
          { path: "seats.2", message: "A-1 stands twice in this list" },
          { path: "seats.3.seat_type", message: 'Row C, seat 1: the venue has no seat type "Lawn", only Stalls, Box' },
        ],
      },
    });
    expect(await stored()).toEqual([]);
  });
});

describe("the layout of a venue", () => {
  it("contains every seat of its finished additions, under their revision", async () => {
    expect(await getVenueLayout(core, venue)).toMatchObject({ seat_count: 0, rows: [] });
    await add(seats("A", 3));
    await add([{ ...newSeat("B", 1), seat_type: "Box" }]);
    expect(await getVenueLayout(core, venue)).toMatchObject({
      layout_id: `layout-${venue.venue_id}-2`,
      seat_types: hall.seat_types,
      seat_count: 4,
      rows: [
        { row: "A", nums: [1, 2, 3], types: [0, 0, 0] },
        { row: "B", nums: [1], types: [1] },
      ],
    });
  });
});

describe("an addition that died", () => {
  it("is never visible, although part of it is stored", async () => {
    await add(seats("A", 2));
    dieAfter(2);
    await expect(add(seats("B", 250))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await stored()).length).toBeGreaterThan(2);
    expect(await seen()).toEqual(["A-1", "A-2"]);
    expect(await getVenue(core, venue)).toMatchObject({ seat_count: 2, revision: 1 });
    expect(core.faults.splice(0)).toEqual([expect.stringContaining("a venue's lease could not be ended")]);
  });

  it("blocks the next one until its lease expires, and no longer", async () => {
    dieAfter(1);
    await expect(add(seats("A", 1))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    core.faults.splice(0);
    reaches = () => true;
    await expect(add(seats("B", 1))).rejects.toMatchObject({ code: "VENUE_BUSY" });
    core.clock.advance(60);
    await expect(add(seats("B", 1))).rejects.toMatchObject({ code: "VENUE_BUSY" });
    core.clock.advance(0.1);
    expect(await add(seats("B", 1))).toMatchObject({ created: 1 });
  });

  it("is removed by the next one, which may bring the same seats", async () => {
    dieAfter(2);
    await expect(add([...seats("A", 120), ...seats("B", 120)])).rejects.toMatchObject({ code: "UNAVAILABLE" });
    core.faults.splice(0);
    reaches = () => true;
    core.clock.advance(61);
    const left = await stored();
    expect(left).toContain("A-2");
    await add([{ ...newSeat("A", 2), properties: ["step_free"] }, newSeat("C", 1)]);
    expect(await stored()).toEqual(["A-2", "C-1"]);
    expect((await getVenueSeats(core, venue)).toJSON().items[0]).toMatchObject({ properties: ["step_free"] });
  });
});

it("an addition whose lease expired writes nothing more, and is not visible", async () => {
  let sent = 0;
  reaches = (command) => {
    // Before its second transaction it pauses longer than its lease, while another addition runs.
    if (command instanceof TransactWriteCommand && ++sent === 2) core.clock.advance(61);
    return true;
  };
  const other = await openCore({ alongside: core });
  const overtaken = interpose(core.table, async (command, send) => {
    if (command instanceof TransactWriteCommand && sent === 1) {
      await addVenueSeats(other, organizer, { venue_id: venue.venue_id, seats: seats("Z", 3) }).catch((error) => {
        expect(error).toMatchObject({ code: "VENUE_BUSY" });
        core.clock.advance(61);
        return addVenueSeats(other, organizer, { venue_id: venue.venue_id, seats: seats("Z", 3) });
      });
    }
    return send();
  });
  const input = { venue_id: venue.venue_id, seats: seats("A", 250) };
  await expect(addVenueSeats({ ...core, table: overtaken }, organizer, input)).rejects.toMatchObject({
    code: "VENUE_BUSY",
  });
  expect(await seen()).toEqual(["Z-1", "Z-2", "Z-3"]);
  expect(await getVenue(core, venue)).toMatchObject({ seat_count: 3, revision: 1 });
  await add(seats("B", 1));
  expect(await stored()).toEqual(["B-1", "Z-1", "Z-2", "Z-3"]);
  await other.close();
});
