import { isPaidInCash } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { leftOf, refundedOf, refundsOf } from "../booking/refunds.rules.ts";
import type { PaymentId } from "../ids.ts";
import { type GatewayRecord, keptAmount } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import type { AuditFault } from "./audit-fault.ts";

type Records = { bookings: readonly Booking[]; payments: readonly Payment[]; ledger: readonly GatewayRecord[] };

/** Scheduled work that is not done yet is not a fault: the table decides first and the money follows. */
const unfinished = new Set(["started", "authorized", "voiding", "refunding"]);

/** What the gateway keeps of each payment, against what the bookings did not give back. Pure. */
export function inspectMoney({ bookings, payments, ledger }: Records): AuditFault[] {
  const faults: AuditFault[] = [];
  const owed = new Map<PaymentId, number>();
  for (const booking of bookings) {
    if (booking.payment_id) owed.set(booking.payment_id, leftOf(booking));
    else if (booking.total > 0 && !isPaidInCash(booking) && !booking.invoice)
      faults.push({ about: booking.booking_id, finding: "has no payment" });
  }
  const states = new Map(payments.map((payment) => [payment.payment_id, payment.state]));
  const kept = new Map(ledger.map((record) => [record.payment_id, keptAmount(record)]));
  for (const payment_id of new Set([...owed.keys(), ...kept.keys()])) {
    if (unfinished.has(states.get(payment_id) ?? "none")) continue;
    const expected = owed.get(payment_id) ?? 0;
    const actual = kept.get(payment_id) ?? 0;
    if (actual !== expected)
      faults.push({ about: payment_id, finding: `keeps ${actual} at the gateway, the bookings say ${expected}` });
  }
  return faults;
}

/** Each refund, by its name and amount, in the booking, its payment and at the gateway. Pure. */
export function inspectRefunds({ bookings, payments, ledger }: Records): AuditFault[] {
  const faults: AuditFault[] = [];
  const records = new Map(ledger.map((record) => [record.payment_id, record]));
  const bookingOf = new Map(bookings.map((booking) => [booking.payment_id, booking]));
  for (const booking of bookings) {
    const sum = refundsOf(booking).reduce((all, { amount }) => all + amount, 0);
    if (sum !== refundedOf(booking))
      faults.push({ about: booking.booking_id, finding: `gave back ${refundedOf(booking)}, its refunds say ${sum}` });
    if (leftOf(booking) < 0) faults.push({ about: booking.booking_id, finding: "gave back more than it cost" });
  }
  for (const payment of payments) {
    const booking = bookingOf.get(payment.payment_id);
    if (!booking) continue;
    faults.push(...compare(payment.payment_id, refundsOf(booking), payment.refunds, "the payment"));
    const record = records.get(payment.payment_id);
    if (record?.state === "captured" && !unfinished.has(payment.state))
      faults.push(...inspectAtGateway(payment, record));
  }
  return faults;
}

/**
 * A payment that was voided before its capture gave everything back without a refund. Where the gateway had given back a part by
 * itself, one that was decided here paid out what was left: it is short of its amount by what has no record.
 */
function inspectAtGateway({ payment_id, refunds }: Payment, record: GatewayRecord): AuditFault[] {
  const owed = refunds.filter(({ failed }) => failed);
  if (owed.length > 0) return owed.map((refund) => ({ about: payment_id, finding: describeOwed(refund) }));
  const named = record.refunds.flatMap(({ refund_id, amount }) => (refund_id === null ? [] : { refund_id, amount }));
  const own = refunds.filter(({ found }) => !found);
  const sumOf = (list: readonly { amount: number }[]) => list.reduce((sum, { amount }) => sum + amount, 0);
  const there = sumOf(record.refunds.filter(({ refund_id }) => refund_id === null));
  const recorded = sumOf(refunds.filter(({ found }) => found));
  const paidOut = new Map(named.map(({ refund_id, amount }) => [refund_id, amount]));
  const isShort = own.every(({ refund_id, amount }) => (paidOut.get(refund_id) ?? 0) <= amount);
  if (isShort && there > recorded && there - recorded === sumOf(own) - sumOf(named)) return [];
  const isAlike = there === recorded;
  const finding = `has a refund without a record: ${there} given back at the gateway itself, ${recorded} recorded`;
  return [...compare(payment_id, own, named, "the gateway"), ...(isAlike ? [] : [{ about: payment_id, finding }])];
}

const describeOwed = ({ refund_id, amount }: Payment["refunds"][number]): string =>
  `owes ${amount}: its refund ${refund_id} failed at the payer's bank`;

type Named = { refund_id: string; amount: number };

function compare(about: string, own: readonly Named[], others: readonly Named[], where: string): AuditFault[] {
  const [here, there] = [own, others].map((list) => new Map(list.map(({ refund_id, amount }) => [refund_id, amount])));
  return [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])].flatMap((refund_id) => {
    const [is, says] = [here?.get(refund_id) ?? 0, there?.get(refund_id) ?? 0];
    return is === says ? [] : [{ about, finding: `gave back ${is} as ${refund_id}, ${where} says ${says}` }];
  });
}
