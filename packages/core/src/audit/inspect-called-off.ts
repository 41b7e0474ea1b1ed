import type { Booking } from "../booking/booking.ts";
import type { Tally } from "../counts/counts.table.ts";
import type { Payment } from "../payment/payment.ts";
import type { AuditFault } from "./audit-fault.ts";

/** How often each counter of a called-off event's refunds was counted, before and after the records were read. */
export type OwedAround = { before: Tally; after: Tally };

type Records = {
  bookings: readonly Booking[];
  payments: readonly Payment[];
  /** Payments whose work is dead. */
  dead: ReadonlySet<string>;
  owed: OwedAround;
};

/** What is shown of a called-off event's refunds, against its bookings and their payments; nothing while that changes. Pure. */
export function inspectCalledOff({ bookings, payments, dead, owed: { before, after } }: Records): AuditFault[] {
  const refunding = new Set<string>(
    payments.flatMap(({ state, payment_id }) => (state === "refunding" ? payment_id : [])),
  );
  const ended = bookings.filter(({ called_off }) => called_off === true);
  const due = ended.flatMap(({ payment_id }) => (payment_id && refunding.has(payment_id) ? payment_id : []));
  const records = {
    called_off: ended.length,
    called_off_refunded: ended.length - due.length,
    called_off_failed: due.filter((payment_id) => dead.has(payment_id)).length,
    reservations_paid: bookings.filter(({ invoice }) => invoice && invoice.paid_at !== null).length,
  };
  return Object.entries(records).flatMap(([about, is]) => {
    const counted = after[about] ?? 0;
    if (counted !== (before[about] ?? 0) || counted === is) return [];
    return [{ about, finding: `is counted as ${counted}, the records say ${is}` }];
  });
}
