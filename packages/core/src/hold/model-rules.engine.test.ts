import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SeatId } from "../ids.ts";
import { isFree } from "../seat/seat.rules.ts";
import { holdSeat, isOutpriced, putSeat, toSeat } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { Holding } from "./hold.ts";
import { fillSlot, isSlotFree, slots } from "./quota.table.ts";

/** Rules implemented both in TypeScript and as a condition: one list of cases for both. */
let core: TestCore;
const now = 1_800_000_000.25;
const times = [now - 3600, now - 0.001, now, now + 0.001, now + 3600];

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

describe("a seat is free for a hold", () => {
  const counted = { price_revision: 0, times_held: 0, times_booked: 0 };
  const at = { event_id: id.event(1), row: "A", seat_type: "Stalls", price: 100, ...counted };
  const quoted = { event_id: at.event_id, price: 120, holding_id: id.holding(2), hold_ttl: now + 180, now };
  const none = { holding_id: null, hold_ttl: null, booking_id: null } as const;
  const cases: { name: string; state: Pick<EventSeat, "seat_state" | "holding_id" | "hold_ttl" | "booking_id"> }[] = [
    { name: "available", state: { seat_state: "available", ...none } },
    { name: "blocked", state: { seat_state: "blocked", ...none, ...{ block_reason: "Press", block_id: "1" } } },
    { name: "booked", state: { seat_state: "booked", ...none, booking_id: id.booking(1) } },
    ...times.map((hold_ttl) => ({
      name: `held until ${hold_ttl - now} s from now`,
      state: { seat_state: "held" as const, ...none, holding_id: id.holding(1), hold_ttl },
    })),
  ];

  it.each(cases.map((rule, i) => ({ ...rule, seat_num: i + 1 })))("$name", async ({ state, seat_num }) => {
    const seat = { ...at, seat_num, seat_pos: SeatId.parse(`A-${seat_num}`), ...state } as EventSeat;
    await transact(core.table, [putSeat(seat)]);
    const outcome = await transact(core.table, [holdSeat({ ...quoted, seat_pos: seat.seat_pos, price_revision: 0 })]);
    expect(outcome.done).toBe(isFree(seat, now));
  });

  const revisions = [0, 1, 2].flatMap((price_revision) =>
    [0, 1, 2].flatMap((quotedAt) => cases.map(({ name, state }) => ({ name, state, price_revision, quotedAt }))),
  );

  it.each(revisions.map((rule, i) => ({ ...rule, seat_num: i + 100 })))(
    "$name, with prices $price_revision met and $quotedAt quoted",
    async ({ state, price_revision, quotedAt, seat_num }) => {
      const seat_pos = SeatId.parse(`A-${seat_num}`);
      const seat = { ...at, seat_num, seat_pos, ...state, price_revision } as EventSeat;
      await transact(core.table, [putSeat(seat)]);
      const outcome = await transact(core.table, [holdSeat({ ...quoted, seat_pos, price_revision: quotedAt })]);
      expect(outcome.done).toBe(isFree(seat, now) && price_revision <= quotedAt);
      const met = outcome.done ? null : (outcome.failedConditions[0]?.item ?? null);
      expect(isOutpriced(met, { price_revision: quotedAt, now })).toBe(isFree(seat, now) && price_revision > quotedAt);
      const after = toSeat((await readItem(core.table, keys.seat(at.event_id, seat_pos))) ?? {});
      expect(after).toMatchObject(
        outcome.done ? { price: 120, price_revision: quotedAt } : { price: 100, price_revision },
      );
    },
  );

  it("never if it doesn't exist", async () => {
    const seat_pos = id.seat("Z-1");
    const outcome = await transact(core.table, [holdSeat({ ...quoted, seat_pos, price_revision: 1 })]);
    expect(outcome).toMatchObject({ done: false, failedConditions: [{ index: 0, item: null }] });
    expect(isOutpriced(null, { price_revision: 1, now })).toBe(false);
  });
});

describe.each(slots)("%s is free for a hold", (slot) => {
  const entries = [null, ...times.map((hold_ttl) => ({ holding_id: "holding-00001", hold_ttl, seats: ["A-1"] }))];

  it.each(entries.map((entry, i) => ({ entry, user: `user-0000${i}` })))(
    "filled with $entry",
    async ({ entry, user }) => {
      const quota = { ...keys.quota(id.event(1), id.user(`${user}-${slot}`)), ...(entry ? { [slot]: entry } : {}) };
      await transact(core.table, [{ put: quota }]);
      const outcome = await transact(core.table, [fillSlot(newHolding(slot, `${user}-${slot}`), now)]);
      expect(outcome.done).toBe(isSlotFree(quota, slot, now));
    },
  );

  it("for a buyer without holds", async () => {
    expect(isSlotFree(null, slot, now)).toBe(true);
    expect((await transact(core.table, [fillSlot(newHolding(slot, `nobody-${slot}`), now)])).done).toBe(true);
  });
});

function newHolding(slot: Holding["slot"], user_id: string): Holding {
  const holding = Holding.parse({
    holding_id: id.holding(2),
    event_id: "event-00001",
    user_id: "user-00001",
    lines: [{ seat: "A-1", seat_type: "Stalls", price: 100 }],
    total: 100,
    currency: "USD",
    placed_at: now,
    hold_ttl: Math.ceil(now) + 180,
    extended: false,
    attempt: 0,
    slot,
    purge_at: Math.ceil(now) + 1000,
    state: "active",
    payment_id: null,
    booking_id: null,
  });
  return { ...holding, user_id: user_id as Holding["user_id"] };
}
