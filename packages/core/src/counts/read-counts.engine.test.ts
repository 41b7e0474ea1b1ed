import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { noCounts } from "../analytics/analytics.rules.ts";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { id } from "../testing/id.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { addToShard, readTally, toCounts } from "./counts.table.ts";
import { readCounts } from "./read-counts.ts";
import { listShards } from "./roll-up-shards.ts";

let core: TestCore;
let sale: Sale;
let guest: Actor;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 6 });
  guest = await newGuest(core);
});

async function book(...seats: string[]): Promise<BookingView> {
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, ...seats));
  return (await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } })) as BookingView;
}

const sold = async () => {
  const { hold_attempts: _, holds_placed: __, last_hold_at: ___, ...counts } = await readCounts(core, sale.event_id);
  return counts;
};
const onEvent = async () => toCounts(readTally(await readItem(core.table, keys.event(sale.event_id))));

const soldOnce = {
  ...{ total_bookings: 2, total_cancellations: 1, counter_sales: 0, booking_changes: 0, refunds: 1 },
  ...{ reservations: 0, reservations_lapsed: 0, seats_reserved: 0 },
  ...{ seats_sold: 2, comps: 0, seats_blocked: 0, gross: 13_500, refunded: 4_500 },
  by_seat_type: { Stalls: { seats_sold: 2, revenue: 9_000 } },
};

it("counts sales and cancellations at once, and rolls them up to the event", async () => {
  await book("A-1", "A-2");
  await cancelBooking(core, guest, await book("A-3"));
  expect(await sold()).toEqual(soldOnce);
  expect(await onEvent()).toMatchObject({ total_bookings: 0, gross: 0 });
  await core.background.settled();
  await core.counterShards.rollUp();
  expect(await sold()).toEqual(soldOnce);
  expect(await onEvent()).toMatchObject(soldOnce);
  for (const shard of await listShards(core.table, sale.event_id)) expect(readTally(shard)).toEqual({});
});

it("refuses an unknown event, and counts nothing of one without hold requests", async () => {
  await expect(readCounts(core, id.event(99_999))).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
  expect(await readCounts(core, sale.event_id)).toEqual({ ...noCounts(), last_hold_at: 0 });
});

it("counts in 250 counter shards, more than one read can cover", async () => {
  const shards = Array.from({ length: 250 }, (_, i) => keys.counterShard(sale.event_id, `other-${i}`));
  for (const shard of shards) await transact(core.table, [addToShard(shard, { total_bookings: 1 }, core.clock())]);
  expect((await readCounts(core, sale.event_id)).total_bookings).toBe(250);
  core.clock.advance(11);
  expect((await readCounts(core, sale.event_id)).total_bookings).toBe(250);
  await core.counterShards.rollUp();
  expect((await onEvent()).total_bookings).toBe(250);
  expect((await readCounts(core, sale.event_id)).total_bookings).toBe(250);
});

it("counts a hold that won and one that met taken seats", async () => {
  const requested_at = Math.ceil(core.clock());
  await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await core.background.settled();
  expect(await readCounts(core, sale.event_id)).toMatchObject({ hold_attempts: 1, holds_placed: 1 });
  const late = placeHold(core, guest, ask(sale.event_id, "A-1", "A-2"));
  await expect(late).rejects.toMatchObject({ code: "SEATS_UNAVAILABLE" });
  await core.background.settled();
  const counted = { hold_attempts: 2, holds_placed: 1, last_hold_at: requested_at };
  expect(await readCounts(core, sale.event_id)).toMatchObject(counted);
  await core.counterShards.rollUp();
  expect(await onEvent()).toMatchObject({ hold_attempts: 2, holds_placed: 1 });
  expect(await readCounts(core, sale.event_id)).toMatchObject(counted);
});

it("does not count requests for seats that are not for sale", async () => {
  await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await placeHold(core, guest, ask(sale.event_id, "A-2"));
  const third = placeHold(core, guest, ask(sale.event_id, "A-3"));
  await expect(third).rejects.toMatchObject({ code: "HOLD_LIMIT_REACHED" });
  await expect(placeHold(core, guest, ask(sale.event_id, "Z-1"))).rejects.toMatchObject({ code: "SEAT_NOT_FOUND" });
  core.clock.advance(8 * 86_400);
  await expect(placeHold(core, guest, ask(sale.event_id, "A-3"))).rejects.toMatchObject({ code: "SALE_CLOSED" });
  await core.background.settled();
  expect(await readCounts(core, sale.event_id)).toMatchObject({ hold_attempts: 2, holds_placed: 2 });
});
