import { beforeEach, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { findEvent } from "../event/find-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { PaymentKey } from "../payment/gateway.ts";
import { id } from "../testing/id.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { bookSeat, down, listCaptures, oweCaptures, withCapture } from "../testing/owe-captures.ts";
import { expectCleanAudit, letTimePass, listDue } from "../testing/settle-everything.ts";
import type { Actor } from "../user/user.ts";
import { runScheduledWork } from "./run-scheduled-work.ts";

let sale: Sale;
let guest: Actor;

const [core, other] = await openTwoCores();

beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 20 });
  guest = await newGuest(core);
});

const seats = Array.from({ length: 10 }, (_, i) => `A-${i + 1}`);
const owe = (count: number) => oweCaptures(core, sale, seats.slice(0, count));

it("leaves work alone that is not due", async () => {
  await owe(3);
  expect(await runScheduledWork(core)).toBe(0);
  core.clock.advance(core.rules.GATEWAY_TIMEOUT + 1);
  expect(await runScheduledWork(core)).toBe(3);
  expect(await listDue(core)).toEqual([]);
});

it("is shared by concurrent processes: each piece is processed once", async () => {
  await owe(10);
  core.clock.advance(60);
  const [ours, theirs] = [listCaptures(core), listCaptures(other)];
  const worked = await Promise.all([ours, theirs, ours, theirs].map((process) => runScheduledWork(process.core)));
  expect(worked.reduce((sum, count) => sum + count, 0)).toBe(10);
  const captured = [...ours.captured, ...theirs.captured];
  expect(captured).toHaveLength(10);
  expect(new Set(captured).size).toBe(10);
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 10, revenue: 45_000 });
});

it("reports a failed piece, processes the others, and retries it after a pause of 5 to 10 s", async () => {
  await owe(3);
  core.clock.advance(60);
  const records = await core.gateway.listByEvent(sale.event_id, [null]);
  const unlucky = records[0]?.payment_id ?? "";
  const capture = (key: PaymentKey) => (key.payment_id === unlucky ? down() : core.gateway.capture(key));
  expect(await runScheduledWork(withCapture(core, capture))).toBe(3);
  expect(core.faults.splice(0)).toEqual([expect.stringContaining("unfinished work is left for later")]);
  expect((await listDue(core)).map(({ pk }) => pk)).toEqual([unlucky]);
  core.clock.advance(4.9);
  expect(await runScheduledWork(core)).toBe(0);
  core.clock.advance(5.2);
  expect(await runScheduledWork(core)).toBe(1);
  await expectCleanAudit(core, sale.event_id);
});

it("makes a refund that the gateway could not make at once", async () => {
  const booking = await bookSeat(core, sale, "A-1");
  const broken = { ...core, gateway: { ...core.gateway, void: down } };
  await cancelBooking(broken, sale.organizer, booking);
  core.faults.splice(0);
  expect(await getBooking(core, sale.organizer, booking)).toMatchObject({ refund: { due: true } });
  core.clock.advance(60);
  expect(await runScheduledWork(other)).toBe(1);
  expect(await getBooking(core, sale.organizer, booking)).toMatchObject({
    payment_status: "refunded",
    refund: { amount: 4500, due: false },
  });
  await expectCleanAudit(core, sale.event_id);
});

it("ends an abandoned payment and frees the seats", async () => {
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_challenge" } });
  expect((await listDue(core)).map(({ pk }) => pk)).toEqual([hold.holding_id]);
  await letTimePass(core, 600, 100);
  expect(await getHold(core, guest, hold)).toMatchObject({ state: "expired", booking_id: null });
  expect(await placeHold(core, await newGuest(core), ask(sale.event_id, "A-1"))).toMatchObject({ state: "active" });
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 0, at_gateway: 0 });
});

it("books a payment approved after its request had ended", async () => {
  const hold = await placeHold(core, guest, ask(sale.event_id, "A-1"));
  await confirmHold(core, guest, { holding_id: hold.holding_id, payment: { token: "tok_challenge" } });
  const [pending] = await core.gateway.listByEvent(sale.event_id, [null]);
  await core.gateway.answerChallenge(id.payment(pending?.payment_id ?? ""), true);
  await letTimePass(other, 600, 100);
  expect(await getHold(core, guest, hold)).toMatchObject({ state: "confirmed" });
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 1, at_gateway: 4500 });
});

it("cancels all bookings of an event being cancelled, then the event", async () => {
  await Promise.all(seats.map((seat) => bookSeat(core, sale, seat)));
  await setEventStatus(core, sale.organizer, { event_id: sale.event_id, status: "cancelling" });
  await letTimePass(core, 1_000, 200);
  expect(await findEvent(core.table, sale.event_id)).toMatchObject({ status: "cancelled" });
  const { counted } = await expectCleanAudit(core, sale.event_id);
  expect(counted).toMatchObject({ bookings: 10, cancelled: 10, booked: 0 });
  expect(core.faults.splice(0)).toEqual([]);
});
