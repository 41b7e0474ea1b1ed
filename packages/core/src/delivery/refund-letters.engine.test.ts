import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { notCharged } from "../booking/settle-payment.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { SeatId } from "../ids.ts";
import { refundBooking } from "../refund/refund-booking.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, openEvent, type Sale } from "../testing/open-event.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { acceptAll, createTestMailer, listTold } from "../testing/test-mailer.ts";
import { startGuest } from "../user/create-user.ts";
import type { BookingLetter } from "./letter.ts";

const mailer = createTestMailer();
let core: TestCore;
let sale: Sale;

beforeAll(async () => {
  core = await openCore({ mailer });
});
afterAll(() => core.close());
beforeEach(async () => {
  sale = await openEvent(core, { rows: 1, perRow: 10 });
  mailer.accepted.splice(0);
  mailer.answer = acceptAll;
});

async function buy(...seats: string[]) {
  const { user } = await startGuest(core, { email: "buyer@example.org" });
  const { holding_id } = await placeHold(core, user, ask(sale.event_id, ...seats));
  const booking = await confirmHold(core, user, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  if (!("booking_id" in booking)) throw new Error("it is not booked");
  return { user, booking };
}

/** The letters of a kind, once all are out. */
async function readLetters(kind: BookingLetter["kind"]): Promise<BookingLetter[]> {
  await letTimePass(core, 80);
  return listTold(mailer).flatMap(({ letter }) => (letter.kind === kind ? (letter as BookingLetter) : []));
}

const labelOf = (seat_label: string) => ({ row_label: "A", seat_label });

it("a refund of a seat and one by amount are two letters, each with its own amount, seats and reason", async () => {
  const { booking } = await buy("A-1", "A-2");
  const { booking_id, lines, total } = booking;
  const price = lines[1]?.price ?? 0;
  const seats = ["A-2" as SeatId];
  await refundBooking(core, sale.organizer, { booking_id, seats, reason: "The view is restricted" });
  await refundBooking(core, sale.organizer, { booking_id, amount: 100, reason: "It began late" });
  const letters = await readLetters("booking-refunded");
  expect(letters.map(({ refund }) => refund).toSorted((a, b) => (b?.amount ?? 0) - (a?.amount ?? 0))).toMatchObject([
    { amount: price, seats: [labelOf("2")], reason: "The view is restricted" },
    { amount: 100, seats: [], reason: "It began late" },
  ]);
  const left = total - price - 100;
  expect(letters[0]?.booking).toMatchObject({
    ...{ total, refunded: price + 100, refund: null, state: "confirmed" },
    lines: [labelOf("1")],
    refund_steps: [{ percent: 100, refund: left }],
  });
});

it("a refund whose reason reads like that of a payment that could not be taken gives back what was paid", async () => {
  const { booking } = await buy("A-5");
  const { booking_id, total } = booking;
  await refundBooking(core, sale.organizer, { booking_id, amount: total, reason: notCharged });
  const [letter] = await readLetters("booking-refunded");
  expect(letter?.booking).toMatchObject({ refunded: total, not_charged: false });
});

it("a refund of the last seats is a cancellation with its reason, and a buyer's own has none", async () => {
  const { booking } = await buy("A-3");
  const { booking_id, total } = booking;
  const seats = ["A-3" as SeatId];
  await refundBooking(core, sale.organizer, { booking_id, seats, reason: "The stage is larger" });
  const own = await buy("A-4");
  await cancelBooking(core, own.user, own.booking);
  const letters = await readLetters("booking-cancelled");
  expect(letters).toHaveLength(2);
  const [byOffice, byBuyer] = letters.toSorted((a) => (a.booking.booking_id === booking_id ? -1 : 1));
  expect(byOffice).toMatchObject({ refund: { amount: total, reason: "The stage is larger" } });
  expect(byOffice?.booking).toMatchObject({ refund: total, refunded: total, refund_steps: [] });
  expect(byBuyer).not.toHaveProperty("refund");
});
