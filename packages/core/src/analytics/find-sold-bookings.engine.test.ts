import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import type { BookingId } from "../ids.ts";
import { bookingsBelow } from "../table/keys.ts";
import { transactAll } from "../table/transact-all.ts";
import { interpose } from "../testing/interpose.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { newGuest, newSeat, openEvent, type Sale } from "../testing/open-event.ts";
import { readAll } from "../testing/read-all.ts";
import { newBooking, putBookings } from "../testing/sold-bookings.ts";
import { createUser } from "../user/create-user.ts";
import { setGuestEmail } from "../user/get-user.ts";
import type { Actor } from "../user/user.ts";
import { listSoldBookings } from "./list-sold-bookings.ts";

let core: TestCore;
let sale: Sale;
let ids: Record<"ann" | "bob" | "bobs" | "given" | "now" | "circle", BookingId>;
/** How many queries read bookings. */
let queries = 0;

const seatsOf = (section: string, row: string, count: number, row_label = row) =>
  Array.from({ length: count }, (_, i) => ({ ...newSeat(row, i + 1), section, row_label }));

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, (command, send) => {
        const { ExpressionAttributeValues = {} } = command.input as { ExpressionAttributeValues?: object };
        if (command instanceof QueryCommand && Object.values(ExpressionAttributeValues).includes(bookingsBelow))
          queries++;
        return send();
      }),
  });
  const seats = [
    ...seatsOf("Stalls", "F", 12),
    ...seatsOf("Circle", "CF", 3, "F"),
    ...seatsOf("Stalls", "R1", 2, "Ä"),
    ...seatsOf("Loge 3", "L", 2, ""),
    ...seatsOf("Stalls", "R2", 2, "1"),
  ];
  sale = await openEvent(core, { seats });
  const ann: Actor = (await createUser(core, { email: "Ann@example.org", name: "Ann Müller", role: "attendee" })).user;
  const bob = await newGuest(core);
  await setGuestEmail(core, bob, { email: "bob+f-1@example.org" });
  const buyOne = async (who: Actor, ...seats: string[]) =>
    (await buy(core, sale, who, ...seats)).booking_id as BookingId;
  const given = await buyOne(ann, "F-1");
  await cancelBooking(core, ann, { booking_id: given });
  ids = {
    given,
    ann: await buyOne(ann, "F-10", "R1-1"),
    now: await buyOne(bob, "F-1", "F-2"),
    circle: await buyOne(ann, "CF-1"),
    bob: await buyOne(bob, "L-2"),
    bobs: await buyOne(bob, "R2-2"),
  };
  await core.background.settled();
});
afterAll(() => core.close());

type SearchFields = { state?: "confirmed" | "cancelled"; limit?: number };
const search = (text: string, { state, limit = 50 }: SearchFields = {}) =>
  readAll((cursor) =>
    listSoldBookings(core, sale.organizer, { event_id: sale.event_id, search: text, state, limit, cursor }),
  );
const find = async (text: string, asked: SearchFields = {}) =>
  (await search(text, asked)).map(({ booking_id }) => booking_id);

describe("a search among an event's bookings", () => {
  it.each(["F-1", "f-1", "Ｆ－１", " F – 1 ".replaceAll(" ", ""), "F 1", "F1", "row F, seat 1"])(
    "%j finds who has the seat now, in each section, then who gave it back, and never F-10",
    async (text) => {
      for (const limit of [50, 2, 1]) expect(await find(text, { limit })).toEqual([ids.circle, ids.now, ids.given]);
    },
  );

  it("with a section finds the seat there alone", async () => {
    expect(await find("Stalls F-1")).toEqual([ids.now, ids.given]);
    expect(await find("circle f-1")).toEqual([ids.circle]);
    expect(await find("Circle, row F, seat 1")).toEqual([ids.circle]);
    expect(await find("Circle F-2")).toEqual([]);
  });

  it("of a seat keeps to the state", async () => {
    expect(await find("Stalls F-1", { state: "confirmed" })).toEqual([ids.now]);
    expect(await find("Stalls F-1", { state: "cancelled" })).toEqual([ids.given]);
  });

  it("takes labels in any script, without a row, and of numbers alone", async () => {
    expect(await find("ä-1")).toEqual([ids.ann]);
    expect(await find("loge 3 2")).toEqual([ids.bob]);
    expect(await find("1-2")).toEqual([ids.bobs]);
  });

  it("finds a booking by its id or number, alone", async () => {
    const number = Number(ids.now.slice("booking-".length));
    for (const text of [ids.now, `#${number}`, String(number), `BOOKING-${number}`])
      expect(await find(text)).toEqual([ids.now]);
    expect(await find(ids.now, { state: "cancelled" })).toEqual([]);
    expect(await find("booking-99999")).toEqual([]);
  });

  it("does not find another event's booking", async () => {
    const other = await openEvent(core);
    const { booking_id } = await buy(core, other, await newGuest(core), "A-1");
    expect(await find(booking_id)).toEqual([]);
  });

  it("finds words of the name and parts of the address, however they are written", async () => {
    for (const text of ["muller", "Müller Ann", "ann@EXAMPLE", "ＡＮＮ"])
      expect(await find(text)).toEqual([ids.circle, ids.ann, ids.given]);
    expect(await find("ann", { state: "cancelled", limit: 1 })).toEqual([ids.given]);
    expect(await find("bob+f")).toEqual([ids.bobs, ids.bob, ids.now]);
    expect(await find("nobody")).toEqual([]);
    expect(await find("  ")).toHaveLength(6);
  });

  it("takes only a cursor of the same search", async () => {
    const ask = (search: string, cursor?: string) =>
      listSoldBookings(core, sale.organizer, { event_id: sale.event_id, search, limit: 1, cursor });
    const cursor = (await ask("ann")).next_cursor ?? "";
    await expect(ask("bob", cursor)).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });
});

describe("a search among many bookings", () => {
  it("finds a seat among 2,000 in one request, by its item, and a name by reading all of them once", async () => {
    const big = await openEvent(core, { seats: seatsOf("Hall", "A", 2_000) });
    const bookings = Array.from({ length: 2_000 }, (_, i) => newBooking(core, big, i));
    await transactAll(core.table, bookings.flatMap(putBookings));
    const ask = (search: string, state?: "confirmed") =>
      listSoldBookings(core, big.organizer, { event_id: big.event_id, search, state, limit: 50 });
    queries = 0;
    const bySeat = await ask("A-1234", "confirmed");
    expect(bySeat.items.map(({ seats }) => seats)).toEqual([["A-1234"]]);
    expect(queries).toBe(0);
    const byName = await ask("buyer-77@");
    expect(byName).toMatchObject({ items: [{ buyer: { email: "buyer-77@example.org" } }], next_cursor: null });
    expect(queries).toBeLessThanOrEqual(5);
  });

  it("reads at most 5,000 for one answer, and goes on behind them", async () => {
    const big = await openEvent(core, { seats: seatsOf("Hall", "A", 10) });
    const bookings = Array.from({ length: 5_600 }, (_, i) => ({ ...newBooking(core, big, i), seats: [], lines: [] }));
    await transactAll(core.table, bookings.flatMap(putBookings));
    const ask = (cursor?: string) =>
      listSoldBookings(core, big.organizer, { event_id: big.event_id, search: "buyer-77@", limit: 50, cursor });
    const first = await ask();
    expect(first.items).toEqual([]);
    const next = await ask(first.next_cursor ?? "");
    expect(next).toMatchObject({ items: [{ buyer: { email: "buyer-77@example.org" } }], next_cursor: null });
  });
});
