import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { dynamicUpdate, update } from "../table/actions.ts";
import { type Key, keys } from "../table/keys.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { id } from "../testing/id.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { auditEvent } from "./audit-event.ts";
import { verifyCounts } from "./verify-counts.ts";

let core: TestCore;
let sale: Sale;
let guest: Actor;
let booking: BookingView;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());

/** are booked, A-3 was booked and cancelled, A-4 is held. */
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 6 });
  guest = await newGuest(core);
  booking = await book("A-1", "A-2");
  await cancelBooking(core, guest, await book("A-3"));
  await placeHold(core, guest, ask(sale.event_id, "A-4"));
});

async function book(...seats: string[]): Promise<BookingView> {
  const { holding_id } = await placeHold(core, guest, ask(sale.event_id, ...seats));
  const confirmed = await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  return confirmed as BookingView;
}

const audit = () => auditEvent(core, sale.event_id);
const spoil = (seat: string, update: string, values: Record<string, unknown>) =>
  updateItem(core.table, dynamicUpdate({ key: keys.seat(sale.event_id, id.seat(seat)), update, values }));

it("counts an event's seats, holds and sales, and its money in the table and at the gateway", async () => {
  expect(await audit()).toEqual({
    event_id: sale.event_id,
    faults: [],
    counted: {
      seats: 6,
      held: 1,
      blocked: 0,
      booked: 2,
      bookings: 2,
      cancelled: 1,
      revenue: 9000,
      cash: 0,
      on_invoice: 0,
      reserved: 0,
      at_gateway: 9000,
      unfinished_payments: 0,
      open_disputes: 0,
      admitted: 0,
    },
  });
});

it("refuses an unknown event", async () => {
  await expect(auditEvent(core, id.event(99999))).rejects.toMatchObject({ code: "EVENT_NOT_FOUND" });
});

it("finds a sold seat that was put back on sale by hand", async () => {
  await spoil("A-2", "SET seat_state = :free, booking_id = :null", { ":free": "available", ":null": null });
  expect((await audit()).faults).toEqual([
    { about: "A-2", finding: `carries null, the bookings say ${booking.booking_id}` },
  ]);
});

it("finds a seat that was deleted", async () => {
  await transact(core.table, [{ remove: keys.seat(sale.event_id, id.seat("A-6")) }]);
  expect((await audit()).faults).toEqual([{ about: "event", finding: "has 5 seats, should have 6" }]);
});

it("finds a booking that was deleted, with its seats and its money", async () => {
  await transact(core.table, [{ remove: keys.booking(sale.event_id, booking.booking_date) }]);
  const { faults } = await audit();
  expect(faults.map(({ about }) => about)).toEqual([
    ...["A-1", "A-2", expect.stringMatching(/^payment-/), "total_bookings", "gross"],
    ...["seats_sold", "seats_sold of Stalls", "revenue of Stalls"],
  ]);
});

it("finds a changed count, in the event or in a counter shard", async () => {
  const wrong = (key: Key) => updateItem(core.table, update({ key, update: "ADD gross :one", values: { ":one": 1 } }));
  await wrong(keys.event(sale.event_id));
  expect((await audit()).faults).toEqual([{ about: "gross", finding: "is counted as 13501, the records say 13500" }]);
  await wrong(keys.counterShard(sale.event_id, "stray"));
  const { faults, counted, recounted, exact } = await verifyCounts(core, sale.event_id);
  expect(faults).toEqual([{ about: "gross", finding: "is counted as 13502, the records say 13500" }]);
  expect({ ...counted, exact }).toMatchObject({ ...recounted, gross: 13_502, exact: true });
});

it("finds a refund at the gateway that the table doesn't know of", async () => {
  const [paid] = (await core.gateway.listByEvent(sale.event_id, [null])).filter(({ amount }) => amount === 9000);
  const payment_id = paid?.payment_id ?? "";
  await core.gateway.refund(id.key(payment_id), { refund_id: `${payment_id}-r1`, amount: 9000 });
  expect(await audit()).toMatchObject({
    counted: { revenue: 9000, at_gateway: 0 },
    faults: [
      { about: payment_id, finding: "keeps 0 at the gateway, the bookings say 9000" },
      { about: payment_id, finding: `gave back 0 as ${payment_id}-r1, the gateway says 9000` },
    ],
  });
});

it("finds a seat held by an unknown hold", async () => {
  await spoil("A-4", "SET holding_id = :stray", { ":stray": "holding-99999" });
  const { faults } = await audit();
  expect(faults.map(({ finding }) => finding)).toEqual(["is held by holding-99999, which does not list it"]);
});

it("reads twice, so that a change during the read is no fault", async () => {
  let reads = 0;
  const moving = interpose(core.table, async (_, send) => {
    const answer = (await send()) as { Items?: { sk: string; seat_state?: string }[] };
    const seats = answer.Items?.filter(({ seat_state }) => seat_state) ?? [];
    // The first read misses a seat, like a read between two writes of a sale.
    if (seats.length > 0 && reads++ === 0) return { ...answer, Items: answer.Items?.slice(0, -2) };
    return answer;
  });
  expect((await auditEvent({ ...core, table: moving }, sale.event_id)).faults).toEqual([]);
  expect(reads).toBe(2);
});
