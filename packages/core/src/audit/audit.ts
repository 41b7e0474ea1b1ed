import type { Arrivals } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import type { Booking } from "../booking/booking.ts";
import { isExpired } from "../hold/hold.rules.ts";
import type { Holding } from "../hold/hold.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import type { Payment } from "../payment/payment.ts";
import type { EventSeat, Line } from "../seat/seat.ts";
import type { AuditFault } from "./audit-fault.ts";
import { inspectAwaiting } from "./inspect-awaiting.ts";
import { inspectCheckIns } from "./inspect-check-ins.ts";
import { inspectDisputes } from "./inspect-disputes.ts";
import { inspectMoney, inspectRefunds } from "./inspect-money.ts";
import { type CountsAround, inspectCounts } from "./recount.ts";

/** All records of one event, and the gateway's records of its payments. */
export type AuditRecords = {
  seat_count: number;
  seats: EventSeat[];
  bookings: Booking[];
  holdings: Holding[];
  payments: Payment[];
  ledger: GatewayRecord[];
  counts: CountsAround;
  /** As counted before and after the bookings were read. */
  blocked: { before: number; after: number };
  /** How many seats are counted as reserved on invoice: by `EVENT` in all, and by each person. */
  awaiting: Map<string, number>;
  check_ins: CheckIn[];
  arrivals: Arrivals[];
};

/** Largest clock difference allowed between two machines, in seconds. */
const skew = 5;

/**
 * Derives the expected state of every seat, payment and count from bookings and holdings, and returns each difference.
 * Pure.
 */
export function inspectRecords(records: AuditRecords, now: number): AuditFault[] {
  return [
    ...inspectSeatCount(records),
    ...inspectBookedSeats(records),
    ...inspectHeldSeats(records, now),
    ...inspectIntervals(records),
    ...inspectPrices(records, now),
    ...inspectMoney(records),
    ...inspectRefunds(records),
    ...inspectDisputes(records),
    ...inspectCounts(records.counts, records.bookings),
    ...inspectBlocked(records),
    ...inspectAwaiting(records),
    ...inspectCheckIns(records),
  ];
}

function inspectSeatCount({ seats, seat_count }: AuditRecords): AuditFault[] {
  return seats.length === seat_count
    ? []
    : [{ about: "event", finding: `has ${seats.length} seats, should have ${seat_count}` }];
}

function inspectBlocked({ seats, blocked: { before, after } }: AuditRecords): AuditFault[] {
  const is = seats.filter(({ seat_state }) => seat_state === "blocked").length;
  if (before !== after || is === after) return [];
  return [{ about: "seats_blocked", finding: `is counted as ${after}, the records say ${is}` }];
}

function inspectBookedSeats({ seats, bookings }: AuditRecords): AuditFault[] {
  const faults: AuditFault[] = [];
  const owner = new Map<string, string>();
  for (const booking of bookings) {
    if (booking.state === "cancelled") continue;
    for (const seat of booking.seats) {
      const other = owner.get(seat);
      if (other) faults.push({ about: seat, finding: `is sold twice, to ${other} and ${booking.booking_id}` });
      owner.set(seat, booking.booking_id);
    }
  }
  const known = new Set<string>(seats.map((seat) => seat.seat_pos));
  for (const seat of owner.keys())
    if (!known.has(seat)) faults.push({ about: seat, finding: "is booked but does not exist" });
  for (const seat of seats) {
    const expected = owner.get(seat.seat_pos) ?? null;
    if (seat.booking_id !== expected) {
      faults.push({ about: seat.seat_pos, finding: `carries ${seat.booking_id}, the bookings say ${expected}` });
    }
  }
  return faults;
}

function inspectHeldSeats({ seats, holdings }: AuditRecords, now: number): AuditFault[] {
  const faults: AuditFault[] = [];
  const byId = new Map<string, Holding>(holdings.map((holding) => [holding.holding_id, holding]));
  const heldBy = new Map<string, number>();
  for (const seat of seats) {
    if (seat.seat_state !== "held") continue;
    const holding = byId.get(seat.holding_id);
    const lists = holding?.lines.some((line) => line.seat === seat.seat_pos);
    if (!holding || !lists)
      faults.push({ about: seat.seat_pos, finding: `is held by ${seat.holding_id}, which does not list it` });
    if (holding?.state === "confirmed")
      faults.push({ about: seat.seat_pos, finding: `is held, but ${seat.holding_id} was confirmed` });
    heldBy.set(seat.holding_id, (heldBy.get(seat.holding_id) ?? 0) + 1);
  }
  for (const holding of holdings) {
    const live = (holding.state === "active" || holding.state === "paying") && !isExpired(holding, now);
    const held = heldBy.get(holding.holding_id) ?? 0;
    if (live && held !== holding.lines.length) {
      faults.push({ about: holding.holding_id, finding: `holds ${held} of its ${holding.lines.length} seats` });
    }
  }
  return faults;
}

function inspectIntervals({ bookings }: AuditRecords): AuditFault[] {
  const faults: AuditFault[] = [];
  const until = new Map<string, number>();
  for (const { booking_id, seat, from, to } of bookings.flatMap(listStays).toSorted((a, b) => a.from - b.from)) {
    if (from < (until.get(seat) ?? 0) - skew)
      faults.push({ about: seat, finding: `was booked by ${booking_id} before it was free` });
    until.set(seat, Math.max(to, until.get(seat) ?? 0));
  }
  return faults;
}

/** From when to when a booking had each of the seats that it has: one that it was moved to since then. Epoch seconds. */
function listStays({ booking_id, seats, booking_date, since = {}, cancelled_at }: Booking) {
  const to = cancelled_at ? Date.parse(cancelled_at) / 1000 : Number.POSITIVE_INFINITY;
  return seats.map((seat) => ({ booking_id, seat, from: Date.parse(since[seat] ?? booking_date) / 1000, to }));
}

/** What is sold or held costs what its lines say, whatever its event asks by now. */
function inspectPrices({ seats, bookings, holdings }: AuditRecords, now: number): AuditFault[] {
  const faults: AuditFault[] = [];
  const agreed = new Map<string, number>();
  const agree = (id: string, lines: readonly Line[]) => {
    for (const { seat, price } of lines) agreed.set(`${id} ${seat}`, price);
  };
  for (const { holding_id, lines } of holdings) agree(holding_id, lines);
  for (const { booking_id, total, lines, returned = [] } of bookings) {
    agree(booking_id, lines);
    const sum = [...lines, ...returned].reduce((all, { price }) => all + price, 0);
    if (sum !== total) faults.push({ about: booking_id, finding: `costs ${total}, its seats ${sum}` });
  }
  for (const { seat_pos, price, booking_id, holding_id, hold_ttl } of seats) {
    // Once its hold may have expired, a seat may have been given a new price.
    if (hold_ttl !== null && hold_ttl < now + skew) continue;
    const expected = agreed.get(`${booking_id ?? holding_id} ${seat_pos}`) ?? price;
    if (price !== expected)
      faults.push({ about: seat_pos, finding: `carries the price ${price}, agreed is ${expected}` });
  }
  return faults;
}
