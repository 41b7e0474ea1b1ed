import { type AuditRecords, inspectRecords } from "../audit/audit.ts";
import { recount } from "../audit/recount.ts";
import { Booking } from "../booking/booking.ts";
import { Holding } from "../hold/hold.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { Payment, type PaymentStatus } from "../payment/payment.ts";
import { EventSeat } from "../seat/seat.ts";
import { toInstant } from "../time.ts";
import { id } from "./id.ts";

export const now = 1_800_000_000;
const event_id = id.event(1);
export const price = 4500;
const nobody = { booking_id: null, holding_id: null, hold_ttl: null };
const lineOf = (seat: string) => ({ seat, seat_type: "Stalls", price });

type SeatChange = { seat_state: EventSeat["seat_state"]; block_reason?: string; block_id?: string } & Partial<
  Record<keyof typeof nobody, string | number>
>;

export function seat(seat_pos: string, change: SeatChange = { seat_state: "available" }): EventSeat {
  const [row, num] = seat_pos.split("-");
  const place = { event_id, seat_pos, row, seat_num: Number(num), seat_type: "Stalls", price };
  return EventSeat.parse({ ...place, times_held: 1, times_booked: 1, ...nobody, ...change });
}

export function holding(number: number, seats: string[], change: Partial<Holding> = {}): Holding {
  return Holding.parse({
    holding_id: `holding-0000${number}`,
    event_id,
    user_id: "user-00001",
    lines: seats.map(lineOf),
    total: seats.length * price,
    currency: "USD",
    placed_at: now - 60,
    hold_ttl: now + 120,
    extended: false,
    attempt: 0,
    slot: "slot_1",
    purge_at: now + 700_000,
    state: "active",
    payment_id: null,
    booking_id: null,
    ...change,
  });
}

export function booking(number: number, seats: string[], at: number, cancelledAt?: number): Booking {
  const total = seats.length * price;
  const ended = cancelledAt === undefined ? null : { cancelled_at: toInstant(cancelledAt), refund: { amount: total } };
  return Booking.parse({
    booking_id: `booking-0000${number}`,
    event_id,
    user_id: "user-00001",
    holding_id: `holding-0009${number}`,
    seats,
    lines: seats.map(lineOf),
    total,
    currency: "USD",
    booking_date: toInstant(at).replace("Z", `00000${number}Z`),
    payment_id: `payment-0000${number}`,
    ...(ended ? { state: "cancelled", ...ended } : { state: "confirmed", cancelled_at: null, refund: null }),
  });
}

const wholeOf = (number: number, amount: number, state: PaymentStatus) => ({
  ...{ refund_id: `payment-0000${number}-r1`, amount, at: toInstant(now) },
  state: state === "refunded" ? "done" : "due",
});

export function payment(number: number, state: PaymentStatus, amount: number): Payment {
  return Payment.parse({
    payment_id: `payment-0000${number}`,
    holding_id: `holding-0009${number}`,
    booking_id: null,
    event_id,
    attempt: 1,
    amount,
    currency: "USD",
    gateway: "test",
    ...(["refunding", "refunded"].includes(state) ? { refunds: [wholeOf(number, amount, state)] } : {}),
    state,
    log: [],
  });
}

export function record(number: number, state: GatewayRecord["state"], amount: number, refunded = 0): GatewayRecord {
  const payment_id = id.payment(number);
  const refunds = refunded > 0 ? [{ refund_id: `${payment_id}-r1`, amount: refunded }] : [];
  const named = { payment_id, account: null, gateway_ref: null, event_id, holding_id: null };
  return { ...named, amount, currency: "USD", state, refunds, refunded, reason: null };
}

/** are booked, A-3 was cancelled and booked again, A-4 and A-5 are held, A-6 is free. */
export function soundRecords(): Omit<AuditRecords, "counts"> {
  return {
    seat_count: 6,
    blocked: { before: 0, after: 0 },
    ...{ owed: { before: {}, after: {} }, dead: new Set<string>() },
    ...{ awaiting: new Map(), check_ins: [], arrivals: [] },
    seats: [
      seat("A-1", { seat_state: "booked", booking_id: "booking-00001" }),
      seat("A-2", { seat_state: "booked", booking_id: "booking-00001" }),
      seat("A-3", { seat_state: "booked", booking_id: "booking-00003" }),
      seat("A-4", { seat_state: "held", holding_id: "holding-00001", hold_ttl: now + 120 }),
      seat("A-5", { seat_state: "held", holding_id: "holding-00001", hold_ttl: now + 120 }),
      seat("A-6"),
    ],
    bookings: [
      booking(1, ["A-1", "A-2"], now - 3_000),
      booking(2, ["A-3"], now - 2_000, now - 1_000),
      booking(3, ["A-3"], now - 900),
    ],
    holdings: [holding(1, ["A-4", "A-5"])],
    payments: [payment(1, "captured", 9000), payment(2, "refunded", 4500), payment(3, "captured", 4500)],
    ledger: [record(1, "captured", 9000), record(2, "captured", 4500, 4500), record(3, "captured", 4500)],
  };
}

/** The counts match the bookings unless a test changes them. */
export const faultsOf = (change: (records: Omit<AuditRecords, "counts">) => Partial<AuditRecords>) => {
  const sound = soundRecords();
  const records = { ...sound, ...change(sound) };
  const counted = recount(records.bookings);
  return inspectRecords({ counts: { before: counted, after: counted }, ...records }, now).map(
    ({ about, finding }) => `${about} ${finding}`,
  );
};
export const replace = <T>(list: T[], i: number, item: T) => list.map((old, n) => (n === i ? item : old));
