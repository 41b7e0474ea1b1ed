import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { shareOf } from "../booking/refund-steps.rules.ts";
import { leftOf, nextRefundId, refundedOf, withRefund } from "../booking/refunds.rules.ts";
import { revenueByType, tallyBooking, tallyCancellation, tallyChange, tallyRefund } from "../counts/counts.table.ts";
import { currencies } from "../money/currencies.rules.ts";
import { largestAmount, minorDigits, toDecimal } from "../money/money.rules.ts";

const at = "2026-11-22T05:04:19.123Z";

function book(prices: readonly number[], currency: string): Booking {
  const lines = prices.map((price, i) => ({ seat: `A-${i + 1}`, seat_type: i % 2 === 0 ? "Stalls" : "Box", price }));
  return Booking.parse({
    ...{ booking_id: "booking-00042", event_id: "event-00001", user_id: "user-00001", holding_id: "holding-00042" },
    ...{ seats: lines.map(({ seat }) => seat), lines, total: prices.reduce((sum, price) => sum + price, 0), currency },
    ...{ booking_date: "2026-11-22T05:04:19.123000042Z", payment_id: "payment-00042", state: "confirmed" },
    ...{ cancelled_at: null, refund: null },
  });
}

type Step = { seat: number } | { amount: number } | { percent: number };

/** A seat, an amount or a part of what is left, as the box office refunds them: never more than is left. */
function refund(booking: Booking, step: Step): { after: Booking; bySeat: boolean } {
  const refund_id = nextRefundId(booking);
  if ("seat" in step && booking.lines.length > 1) {
    const line = booking.lines[step.seat % booking.lines.length];
    const lines = booking.lines.filter((other) => other !== line);
    const amount = Math.min(line?.price ?? 0, leftOf(booking));
    const given = withRefund(booking, { refund_id, amount, seats: line ? [line.seat] : [], reason: "", at });
    return { after: { ...booking, ...given, lines, seats: lines.map(({ seat }) => seat) }, bySeat: true };
  }
  const wanted =
    "percent" in step
      ? shareOf({ total: leftOf(booking), currency: booking.currency }, step.percent)
      : "amount" in step
        ? step.amount
        : 0;
  const amount = Math.min(wanted, leftOf(booking));
  return {
    after: { ...booking, ...withRefund(booking, { refund_id, amount, seats: [], reason: "", at }) },
    bySeat: false,
  };
}

type Tally = Record<string, number>;

function add(sum: Tally, tally: Tally): void {
  for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count;
}

/** A plain decimal number in units of 10^-digits. */
const parseDecimal = (text: string): bigint => BigInt(text.replace(".", ""));

const prices = fc.array(fc.oneof(fc.integer({ min: 0, max: largestAmount }), fc.integer({ min: 0, max: 99 })), {
  minLength: 1,
  maxLength: 12,
});
const steps = fc.array(
  fc.oneof(
    fc.record({ seat: fc.nat({ max: 11 }) }),
    fc.record({ amount: fc.oneof(fc.integer({ min: 1, max: largestAmount }), fc.integer({ min: 1, max: 99 })) }),
    fc.record({ percent: fc.constantFrom(0, 1, 33, 50, 99, 100) }),
  ),
  { maxLength: 20 },
);

it("refunds by seat, amount and percentage in any order add up to the total in every currency, and so do counts", () => {
  const digits = new Set<number>();
  fc.assert(
    fc.property(prices, steps, fc.constantFrom(...currencies), (list, order, currency) => {
      digits.add(minorDigits(currency));
      let booking = book(list, currency);
      const { total } = booking;
      const counted: Tally = { ...tallyBooking(booking) };
      for (const step of order) {
        const { after, bySeat } = refund(booking, step);
        add(counted, bySeat ? tallyChange(booking, after) : tallyRefund(booking, after));
        booking = after;
        expect(leftOf(booking)).toBeGreaterThanOrEqual(0);
        const revenue = revenueByType({ lines: booking.lines, total, refunded: refundedOf(booking) });
        const sold = revenue.reduce((sum, [, amount]) => sum + amount, 0);
        // What is left of seats that cost nothing belongs to no type.
        if (booking.lines.some(({ price }) => price > 0)) expect(sold).toBe(leftOf(booking));
      }
      const last = {
        refund_id: nextRefundId(booking),
        amount: leftOf(booking),
        seats: booking.seats,
        reason: null,
        at,
      };
      const ended = { ...booking, ...withRefund(booking, last) };
      add(counted, tallyCancellation(booking, ended));

      const refunds = ended.refunds ?? [];
      const printed = refunds.map(({ amount }) => parseDecimal(toDecimal(amount, currency)));
      expect(printed.reduce((sum, amount) => sum + amount, 0n)).toBe(parseDecimal(toDecimal(total, currency)));
      expect(new Set(refunds.map(({ refund_id }) => refund_id)).size).toBe(refunds.length);
      expect(refundedOf(ended)).toBe(total);
      const { gross = 0, refunded = 0, seats_sold = 0 } = counted;
      expect([gross, refunded, seats_sold]).toEqual([total, total, 0]);
      for (const [name, count] of Object.entries(counted)) if (name.includes(":")) expect(count, name).toBe(0);
    }),
    { numRuns: 500 },
  );
  expect([...digits].sort()).toEqual([0, 2, 3]);
});
