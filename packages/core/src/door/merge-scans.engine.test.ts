import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { buy } from "../testing/known-sale.ts";
import { openCore } from "../testing/open-core.ts";
import { type Door, openDoor } from "../testing/open-door.ts";
import { reissueTicket } from "../ticket/reissue-ticket.ts";
import { toInstant } from "../time.ts";

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.core.close());

describe("scans without a network", () => {
  it("are merged: the earliest counts, whoever tells first, and doubles are named with both places", async () => {
    const { code, booking_id, seat_pos } = await door.book();
    const [early, late] = [door.ago(600), door.ago(300)];
    expect(await door.merge([{ code, at: late, gate: "South", device: "two" }])).toMatchObject([
      { result: "admitted" },
    ]);
    const results = await door.merge([
      { code, at: early, gate: "North", device: "one" },
      { code, at: late, gate: "South", device: "two" },
    ]);
    expect(results).toMatchObject([
      { result: "admitted", admitted_at: early, gate: "North" },
      { result: "already_admitted", admitted_at: early, gate: "North", device: "one" },
    ]);
    const { items } = await door.list({ conflicts: true });
    expect(items.find(({ booking_id: found }) => found === booking_id)).toMatchObject({
      ...{ seat_pos: seat_pos, admitted_at: early, gate: "North" },
      entries: [
        { at: early, gate: "North", device: "one" },
        { at: late, gate: "South", device: "two" },
      ],
    });
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("of 20 devices with one ticket are all kept, told at once in two processes", async () => {
    const { code, booking_id } = await door.book();
    const other = await openCore({ alongside: door.core });
    const scans = Array.from({ length: 20 }, (_, i) => ({ code, at: door.ago(600 - i), device: `device ${i}` }));
    const answers = await Promise.all(scans.map((scan, i) => door.merge([scan], i % 2 === 0 ? door.core : other)));
    await other.close();
    expect(answers.flat().every(({ result }) => result === "admitted" || result === "already_admitted")).toBe(true);
    const { items } = await door.list({ conflicts: true });
    const entries = items.find((item) => item.booking_id === booking_id)?.entries;
    expect(entries?.map(({ device }) => device)).toEqual(scans.map(({ device }) => device));
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("are each told what they were, in their order, and a bad one loses no list", async () => {
    const [valid, cancelled, old] = [await door.book(), await door.book(), await door.book()];
    await cancelBooking(door.core, door.guest, cancelled);
    await reissueTicket(door.core, door.organizer, {
      booking_id: old.booking_id,
      seat_pos: old.seat_pos,
    });
    const results = await door.merge([
      { code: "E1.nothing" },
      { code: cancelled.code, device: "one" },
      { code: { toString: 1 } },
      { code: old.code, device: "one" },
      { code: valid.code, device: "one", at: door.ago(-4000) },
    ]);
    expect(results.map(({ result }) => result)).toEqual(["forged", "cancelled", "forged", "superseded", "admitted"]);
    expect(results[4]).toMatchObject({ admitted_at: toInstant(door.core.clock()) });
    const named = (await door.list({ conflicts: true })).items.flatMap(({ booking_id, entries }) =>
      entries.map(({ ticket }) => [booking_id, ticket]),
    );
    expect(named).toContainEqual([cancelled.booking_id, "cancelled"]);
    expect(named).toContainEqual([old.booking_id, "superseded"]);
    expect([await door.countIn(old.booking_id), await door.countIn(valid.booking_id)]).toEqual([0, 1]);
  });

  it("with a clock that is behind their booking count as now, and sent again are the same", async () => {
    const { code, booking_id } = await door.book();
    const scan = { code, at: "2001-01-01T00:00:00.000Z", device: "one" };
    const first = await door.merge([scan]);
    expect(first).toMatchObject([{ result: "admitted", admitted_at: toInstant(door.core.clock()) }]);
    door.core.clock.advance(60);
    expect(await door.merge([scan])).toEqual(first);
    expect(await door.countIn(booking_id)).toBe(1);
  });

  it("by hand are of the ticket that was meant, whoever has the seat by then", async () => {
    const { booking_id, seat_pos } = await door.book();
    const at = door.ago(0);
    await cancelBooking(door.core, door.guest, { booking_id });
    door.core.clock.advance(60);
    const next = await buy(door.core, door.sale, door.guest, seat_pos);
    const scan = { seat_pos, reason: "No phone", at, device: "one" };
    expect(await door.merge([{ ...scan, booking_id, version: 1 }, scan])).toEqual([
      { result: "cancelled", seat_pos },
      { result: "cancelled", seat_pos },
    ]);
    expect(await door.countIn(next.booking_id)).toBe(0);
    const own = (await door.list({ conflicts: true })).items.filter((item) => item.seat_pos === seat_pos);
    expect(own).toMatchObject([{ booking_id, entries: [{ at, ticket: "cancelled", reason: "No phone" }] }]);
    expect(await door.merge([{ ...scan, at: door.ago(0), booking_id: next.booking_id, version: 1 }])).toMatchObject([
      { result: "admitted", seat_pos },
    ]);
  });

  it("by hand of a seat that their booking never had are forged", async () => {
    const { booking_id } = await door.book();
    const scan = { seat_pos: door.takeSeat(), reason: "No phone" };
    expect(
      await door.merge([
        { ...scan, booking_id, version: 1 },
        { ...scan, booking_id: "booking-99999" },
      ]),
    ).toEqual([{ result: "forged" }, { result: "forged" }]);
  });
});
