import { expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { Payment } from "../payment/payment.ts";
import { booking, now } from "../testing/audit-records.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";
import { inspectCalledOff } from "./inspect-called-off.ts";

const ended = { state: "cancelled", cancelled_at: toInstant(now - 100), refund: { amount: 4500 } };
const calledOff = (number: number, more: object = {}): Booking =>
  Booking.parse({ ...booking(number, ["A-1"], now - 900), ...ended, called_off: true, ...more });
const invoice = { due_at: toInstant(now + 1_000), paid_at: toInstant(now - 500) };
const cancelledBefore = Booking.parse({ ...booking(9, ["A-1"], now - 900), ...ended });
const bookings = [
  ...[1, 2, 3].map((number) => calledOff(number)),
  calledOff(4, { payment_id: null, invoice }),
  cancelledBefore,
];

const payment = (number: number, state: Payment["state"]): Payment =>
  Payment.parse({
    ...{ payment_id: id.payment(number), holding_id: id.holding(number), booking_id: id.booking(number) },
    ...{ event_id: "event-00001", attempt: 1, amount: 4500, currency: "USD", gateway: "test", state, log: [] },
  });
const payments = [payment(1, "refunded"), payment(2, "refunding"), payment(3, "refunding"), payment(9, "refunding")];
const dead = new Set<string>([id.payment(3), id.payment(9)]);
const sound = { called_off: 4, called_off_refunded: 2, called_off_failed: 1, reservations_paid: 1 };
const faults = (change: object, before: object = change) =>
  inspectCalledOff({
    ...{ bookings, payments, dead },
    owed: { before: { ...sound, ...before }, after: { ...sound, ...change } },
  }).map(({ about, finding }) => `${about} ${finding}`);

it("finds a figure of a called-off event's refunds that its records do not say", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ called_off: 5 })).toEqual(["called_off is counted as 5, the records say 4"]);
  expect(faults({ called_off_refunded: 3 })).toEqual(["called_off_refunded is counted as 3, the records say 2"]);
  expect(faults({ called_off_failed: undefined })).toEqual(["called_off_failed is counted as 0, the records say 1"]);
  expect(faults({ reservations_paid: 2 })).toEqual(["reservations_paid is counted as 2, the records say 1"]);
});

it("finds nothing in a figure that changes meanwhile", () => {
  expect(faults({ called_off_refunded: 1 }, { called_off_refunded: 0 })).toEqual([]);
});
