import { describe, expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { booking, faultsOf, now } from "../testing/audit-records.ts";
import { toInstant } from "../time.ts";
import { inspectAwaiting } from "./inspect-awaiting.ts";
import { recount } from "./recount.ts";

const due_at = toInstant(now + 1_000);
const paid_at = toInstant(now - 500);

/** The same on invoice: nobody has paid anything at the gateway. */
const onInvoice = (number: number, seats: string[], more: object): Booking =>
  Booking.parse({ ...booking(number, seats, now - 900), payment_id: null, ...more });
const awaiting = onInvoice(4, ["A-1", "A-2"], { state: "awaiting_payment", invoice: { due_at, paid_at: null } });
const paid = onInvoice(5, ["A-3"], { invoice: { due_at, paid_at } });
const ended = { state: "cancelled", cancelled_at: toInstant(now - 100) };
const lapsed = onInvoice(6, ["A-4"], { ...ended, refund: { amount: 0 }, invoice: { due_at, paid_at: null } });
const returned = onInvoice(7, ["A-5"], { ...ended, refund: { amount: 4500 }, invoice: { due_at, paid_at } });
const all = [awaiting, paid, lapsed, returned];

describe("bookings on invoice", () => {
  it("are counted once they are paid for, and those that ended before are no cancellations", () => {
    expect(recount(all)).toMatchObject({
      ...{ reservations: 4, reservations_lapsed: 1, seats_reserved: 2 },
      ...{ total_bookings: 2, total_cancellations: 1, seats_sold: 1, gross: 9000, refunded: 4500 },
    });
  });

  it("need no payment at the gateway", () => {
    const found = faultsOf(({ bookings }) => ({ bookings: [...bookings, lapsed, returned] }));
    expect(found.filter((fault) => fault.includes("has no payment"))).toEqual([]);
  });

  it("have as many seats counted as awaiting payment as their records say, in all and by person", () => {
    const counted = (event: number, person: number) =>
      new Map([
        ["EVENT", event],
        [awaiting.user_id as string, person],
      ]);
    expect(inspectAwaiting({ bookings: all, awaiting: counted(2, 2) })).toEqual([]);
    expect(inspectAwaiting({ bookings: all, awaiting: counted(3, 0) })).toEqual([
      { about: "event", finding: "is counted with 3 seats awaiting payment, the records say 2" },
      { about: awaiting.user_id, finding: "is counted with 0 seats awaiting payment, the records say 2" },
    ]);
    expect(inspectAwaiting({ bookings: [paid], awaiting: counted(0, 0) })).toEqual([]);
  });
});
