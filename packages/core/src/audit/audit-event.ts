import { countedEntry } from "../admission/admission.rules.ts";
import { checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import { readArrivals } from "../admission/read-arrivals.ts";
import { isPaidInCash } from "../booking/booking.rules.ts";
import type { Booking } from "../booking/booking.ts";
import { isPaidOnInvoice, isSale } from "../booking/invoice.rules.ts";
import { leftOf } from "../booking/refunds.rules.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { findEvent } from "../event/find-event.ts";
import { toHolding } from "../hold/hold.table.ts";
import type { EventId } from "../ids.ts";
import { keptAmount } from "../payment/gateway.ts";
import { toPayment } from "../payment/payment.table.ts";
import { isSeatItem, seatsOf, toSeat } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { awaitingIn, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { type AuditRecords, inspectRecords } from "./audit.ts";
import type { AuditFault } from "./audit-fault.ts";
import { countOpenDisputes } from "./inspect-disputes.ts";
import { readBookingsAndCounts } from "./verify-counts.ts";

export type Audit = {
  event_id: EventId;
  /** Amounts are in the minor unit of the event's currency. */
  counted: {
    seats: number;
    held: number;
    blocked: number;
    booked: number;
    /** Those of them that are reserved on invoice. */
    reserved: number;
    bookings: number;
    cancelled: number;
    revenue: number;
    /** What of it the box office took. */
    cash: number;
    /** What of it was paid to the seller on invoice. */
    on_invoice: number;
    at_gateway: number;
    unfinished_payments: number;
    /** Disputes that payers' banks have not decided. */
    open_disputes: number;
    /** Seats with which somebody is in. */
    admitted: number;
  };
  faults: AuditFault[];
};

/**
 * Audits an event's records, counters and payments against each other. It may run during a sale: records read while
 * they change can disagree for a moment, so only what a second read confirms is a fault. Throws EVENT_NOT_FOUND.
 */
export async function auditEvent(core: Core, event_id: EventId): Promise<Audit> {
  const first = await inspect(core, event_id);
  if (first.faults.length === 0) return first;
  const second = await inspect(core, event_id);
  const seen = new Set(first.faults.map(describeFault));
  return { ...second, faults: second.faults.filter((fault) => seen.has(describeFault(fault))) };
}

const sumLeft = (bookings: readonly Booking[]): number => bookings.reduce((sum, booking) => sum + leftOf(booking), 0);

const describeFault = ({ about, finding }: AuditFault): string => `${about} ${finding}`;

async function inspect(core: Core, event_id: EventId): Promise<Audit> {
  const records = await readRecords(core, event_id);
  const { seats, bookings, payments, ledger } = records;
  const sales = bookings.filter(isSale);
  return {
    event_id,
    counted: {
      seats: seats.length,
      held: seats.filter((seat) => seat.seat_state === "held").length,
      blocked: seats.filter((seat) => seat.seat_state === "blocked").length,
      booked: seats.filter((seat) => seat.seat_state === "booked").length,
      reserved: bookings.reduce(
        (sum, { state, seats: own }) => sum + (state === "awaiting_payment" ? own.length : 0),
        0,
      ),
      bookings: bookings.length,
      cancelled: bookings.filter(({ state }) => state === "cancelled").length,
      revenue: sumLeft(sales),
      cash: sumLeft(sales.filter(isPaidInCash)),
      on_invoice: sumLeft(sales.filter(isPaidOnInvoice)),
      at_gateway: ledger.reduce((sum, record) => sum + keptAmount(record), 0),
      unfinished_payments: payments.filter(
        ({ state }) => !["captured", "declined", "voided", "refunded"].includes(state),
      ).length,
      open_disputes: countOpenDisputes(payments),
      admitted: records.check_ins.filter((checkIn) => countedEntry(checkIn) !== null).length,
    },
    faults: inspectRecords(records, core.clock()),
  };
}

async function readAwaiting({ table }: Core, event_id: EventId): Promise<Map<string, number>> {
  const awaiting = new Map<string, number>();
  for await (const { sk, seats } of queryItems(table, { partition: awaitingIn(event_id), consistent: true }))
    awaiting.set(String(sk), Number(seats));
  return awaiting;
}

async function readRecords(core: Core, event_id: EventId): Promise<AuditRecords> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
  const seats: EventSeat[] = [];
  for await (const item of queryItems(core.table, { ...seatsOf(event_id), consistent: true })) {
    if (isSeatItem(item)) seats.push(toSeat(item));
  }
  const { bookings, counts, blocked } = await readBookingsAndCounts(core, event_id);
  const check_ins: CheckIn[] = [];
  for await (const item of queryItems(core.table, { ...checkInsIn(event_id), consistent: true }))
    check_ins.push(toCheckIn(item));
  const own = (
    await readItems(core.table, bookings.flatMap(({ payment_id }) => payment_id ?? []).map(keys.payment))
  ).map(toPayment);
  const accounts = new Set([null, ...own.map(({ account }) => account)]);
  const ledger = await core.gateway.listByEvent(event_id, [...accounts]);
  const holdingIds = new Set(seats.flatMap((seat) => seat.holding_id ?? []));
  const known = new Set<string>(own.map(({ payment_id }) => payment_id));
  const others = ledger.flatMap(({ payment_id }) => (known.has(payment_id) ? [] : payment_id));
  return {
    seat_count: event.seat_count,
    seats,
    bookings,
    holdings: (await readItems(core.table, [...holdingIds].map(keys.holding))).map(toHolding),
    payments: [...own, ...(await readItems(core.table, others.map(keys.payment))).map(toPayment)],
    ledger,
    counts,
    blocked,
    awaiting: await readAwaiting(core, event_id),
    check_ins,
    arrivals: await readArrivals(core.table, event_id),
  };
}
