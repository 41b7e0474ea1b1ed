import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { hold, knownPrices, knownSeats, playKnownSale } from "../testing/known-sale.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { openEvent } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { getSeatHeat } from "./get-seat-heat.ts";
import { listSeatPerformance } from "./list-seat-performance.ts";

let core: TestCore;
let known: Awaited<ReturnType<typeof playKnownSale>>;
const code = (code: string) => ({ code });

beforeAll(async () => {
  core = await openCore();
  known = await playKnownSale(core);
});
afterAll(() => core.close());

describe("the seats of an event", () => {
  const list = (input: Partial<Parameters<typeof listSeatPerformance>[2]> = {}, actor = known.sale.organizer) =>
    listSeatPerformance(core, actor, { event_id: known.sale.event_id, sort: "natural", limit: 50, ...input });
  const names = async (input: Parameters<typeof list>[0]) => (await list(input)).items.map(({ seat_pos }) => seat_pos);

  it("list how often each was held, dropped and booked, and when first", async () => {
    const [first, second, third] = known.bookings.map(({ booking_date }) => booking_date);
    const { items, next_cursor } = await list();
    const told = items.map((seat) => [
      seat.seat_pos,
      seat.seat_state,
      seat.times_held,
      seat.times_dropped,
      seat.times_booked,
      seat.first_booked_at,
    ]);
    expect(told).toEqual([
      ["A-1", "booked", 2, 0, 2, first],
      ["A-2", "available", 1, 0, 1, first],
      ["A-3", "available", 1, 1, 0, null],
      ["A-4", "held", 1, 0, 0, null],
      ["A-5", "held", 1, 0, 0, null],
      ["A-6", "available", 0, 0, 0, null],
      ["B-1", "booked", 1, 0, 1, second],
      ["B-2", "booked", 2, 1, 1, third],
      ["B-3", "available", 0, 0, 0, null],
      ["B-4", "available", 0, 0, 0, null],
    ]);
    expect(next_cursor).toBeNull();
    expect(items[7]).toEqual({
      ...{ section: "", row_label: "B", seat_label: "2" },
      ...{ seat_pos: "B-2", row: "B", seat_num: 2, seat_type: "Balcony", seat_state: "booked", price: 3000 },
      ...{ times_held: 2, times_dropped: 1, times_booked: 1, first_booked_at: third },
    });
  });

  it("are sorted as requested, ties in the venue's order", async () => {
    expect(await names({ sort: "first_booked" })).toEqual("A-1 A-2 B-1 B-2 A-3 A-4 A-5 A-6 B-3 B-4".split(" "));
    expect(await names({ sort: "times_held" })).toEqual("A-1 B-2 A-2 A-3 A-4 A-5 B-1 A-6 B-3 B-4".split(" "));
    expect(await names({ sort: "times_dropped", limit: 3 })).toEqual(["A-3", "B-2", "A-1"]);
  });

  it("can be of one type, and are none for an unknown type", async () => {
    expect(await names({ seat_type: "Balcony", sort: "times_held" })).toEqual(["B-2", "B-1", "B-3", "B-4"]);
    expect(await names({ seat_type: "Box" })).toEqual([]);
  });

  it("are paged, each once, by a cursor bound to query and caller", async () => {
    const told: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next_cursor } = await list({ sort: "times_held", limit: 3, cursor });
      told.push(...items.map(({ seat_pos }) => seat_pos));
      cursor = next_cursor ?? undefined;
    } while (cursor);
    expect(told).toEqual(await names({ sort: "times_held" }));
    const { next_cursor } = await list({ limit: 1 });
    cursor = next_cursor ?? undefined;
    for (const other of [{ sort: "times_held" as const }, { seat_type: "Stalls" }])
      await expect(list({ limit: 1, cursor, ...other })).rejects.toMatchObject(code("INVALID_CURSOR"));
    const admin: Actor = { ...known.ann, role: "admin" };
    await expect(list({ limit: 1, cursor }, admin)).rejects.toMatchObject(code("INVALID_CURSOR"));
    await expect(list({}, known.ann)).rejects.toMatchObject(code("FORBIDDEN"));
  });

  it("are the same when packed for a drawing, in the layout's order", async () => {
    const { sale, ann, bookings } = known;
    const [first = 0, second = 0, third = 0] = bookings.map(({ booking_date }) =>
      Math.floor(Date.parse(booking_date) / 1000),
    );
    expect(await getSeatHeat(core, sale.organizer, sale)).toEqual({
      event_id: sale.event_id,
      layout_id: (await findEvent(core.table, sale.event_id))?.layout_id,
      times_held: [2, 1, 1, 1, 1, 0, 1, 2, 0, 0],
      times_dropped: [0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
      times_booked: [2, 1, 0, 0, 0, 0, 1, 1, 0, 0],
      first_booked: [first, first, 0, 0, 0, 0, second, third, 0, 0],
    });
    await expect(getSeatHeat(core, ann, sale)).rejects.toMatchObject(code("FORBIDDEN"));
  });

  it("are available and dropped as soon as their hold expires", async () => {
    const sale = await openEvent(core, { rows: 1, perRow: 1 });
    const told = async () => (await list({ event_id: sale.event_id }, sale.organizer)).items[0];
    await hold(core, sale, known.bob, "A-1");
    expect(await told()).toMatchObject({ seat_state: "held", times_held: 1, times_dropped: 0 });
    core.clock.advance(core.rules.SEAT_HOLD_TTL + 1.1);
    expect(await told()).toMatchObject({ seat_state: "available", times_held: 1, times_dropped: 1 });
  });

  it("of a draft have no holds", async () => {
    const draft = await openEvent(core, {
      seats: knownSeats,
      event: { seat_type_prices: knownPrices, status: "draft" },
    });
    const { items } = await list({ event_id: draft.event_id }, draft.organizer);
    expect(items.map(({ times_held, times_booked }) => times_held + times_booked)).toEqual(Array(10).fill(0));
  });
});
