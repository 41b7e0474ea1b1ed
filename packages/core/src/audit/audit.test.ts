import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { Holding } from "../hold/hold.ts";
import type { GatewayRecord } from "../payment/gateway.ts";
import { Payment, type PaymentStatus } from "../payment/payment.ts";
import { EventSeat } from "../seat/seat.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";
import { type AuditRecords, inspectRecords, keeps } from "./audit.ts";
import { recount, type SaleCounts } from "./recount.ts";

const now = 1_800_000_000;
const event_id = id.event(1);
const price = 4500;
const nobody = { booking_id: null, holding_id: null, hold_ttl: null };
const lineOf = (seat: string) => ({ seat, seat_type: "Stalls", price });

type SeatChange = { seat_state: EventSeat["seat_state"] } & Partial<Record<keyof typeof nobody, string | number>>;

function seat(seat_pos: string, change: SeatChange = { seat_state: "available" }): EventSeat {
  const [row, num] = seat_pos.split("-");
  const place = { event_id, seat_pos, row, seat_num: Number(num), seat_type: "Stalls", price };
  return EventSeat.parse({ ...place, times_held: 1, times_booked: 1, ...nobody, ...change });
}

function holding(number: number, seats: string[], change: Partial<Holding> = {}): Holding {
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

function booking(number: number, seats: string[], at: number, cancelledAt?: number): Booking {
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

function payment(number: number, state: PaymentStatus, amount: number): Payment {
  return Payment.parse({
    payment_id: `payment-0000${number}`,
    holding_id: `holding-0009${number}`,
    booking_id: null,
    event_id,
    attempt: 1,
    amount,
    currency: "USD",
    gateway: "test",
    state,
    log: [],
  });
}

function record(number: number, state: GatewayRecord["state"], amount: number, refunded = 0): GatewayRecord {
  const payment_id = id.payment(number);
  return { payment_id, event_id, holding_id: null, amount, currency: "USD", state, refunded, reason: null };
}

/** are booked, A-3 was booked and given back and is booked again, A-4 and A-5 are held, A-6 is free. */
function soundBooks(): Omit<AuditRecords, "counts"> {
  return {
    seat_count: 6,
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

/** Counted as the bookings say, unless a test says otherwise. */
const faultsOf = (change: (books: Omit<AuditRecords, "counts">) => Partial<AuditRecords>) => {
  const sound = soundBooks();
  const books = { ...sound, ...change(sound) };
  const counted = recount(books.bookings);
  return inspectRecords({ counts: { before: counted, after: counted }, ...books }, now).map(
    ({ about, finding }) => `${about} ${finding}`,
  );
};
const replace = <T>(list: T[], i: number, item: T) => list.map((old, n) => (n === i ? item : old));

describe("sound books", () => {
  it("have no fault", () => {
    expect(faultsOf(() => ({}))).toEqual([]);
  });

  it("have none in whatever order they are read", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (turns) => {
        const shuffle = <T>(list: T[]) => list.toSorted((a, b) => rank(list, a) - rank(list, b));
        const rank = <T>(list: T[], item: T) => turns[list.indexOf(item)] ?? 0;
        expect(
          faultsOf(({ seats, bookings, payments, ledger }) => ({
            seats: shuffle(seats),
            bookings: shuffle(bookings),
            payments: shuffle(payments),
            ledger: shuffle(ledger),
          })),
        ).toEqual([]);
      }),
    );
  });
});

describe("broken books are told by exactly what is broken:", () => {
  it("a seat too few", () => {
    expect(faultsOf(({ seats }) => ({ seats: seats.slice(0, 5) }))).toEqual(["event has 5 seats, should have 6"]);
  });

  it("a seat too many", () => {
    const faults = faultsOf(({ seats }) => ({ seats: [...seats, seat("A-7")] }));
    expect(faults).toEqual(["event has 7 seats, should have 6"]);
  });

  it("a seat sold twice", () => {
    const faults = faultsOf(({ bookings, payments, ledger }) => ({
      bookings: [...bookings, booking(4, ["A-2"], now - 100)],
      payments: [...payments, payment(4, "captured", 4500)],
      ledger: [...ledger, record(4, "captured", 4500)],
    }));
    expect(faults).toContain("A-2 is sold twice, to booking-00001 and booking-00004");
    expect(faults).toContain("A-2 was booked by booking-00004 before it was free");
    expect(faults.filter((fault) => !fault.startsWith("A-2"))).toEqual([]);
  });

  it("a booked seat that is on sale", () => {
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 1, seat("A-2")) }))).toEqual([
      "A-2 carries null, the bookings say booking-00001",
    ]);
  });

  it("a seat that carries a booking nobody has", () => {
    const lost = seat("A-6", { seat_state: "booked", booking_id: "booking-00099" });
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 5, lost) }))).toEqual([
      "A-6 carries booking-00099, the bookings say null",
    ]);
  });

  it("a seat that still carries a cancelled booking", () => {
    const stale = seat("A-3", { seat_state: "booked", booking_id: "booking-00002" });
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 2, stale) }))).toEqual([
      "A-3 carries booking-00002, the bookings say booking-00003",
    ]);
  });

  it("a booking of a seat that does not exist", () => {
    const faults = faultsOf(({ bookings, payments, ledger }) => ({
      bookings: [...bookings, booking(4, ["Z-9"], now - 100)],
      payments: [...payments, payment(4, "captured", 4500)],
      ledger: [...ledger, record(4, "captured", 4500)],
    }));
    expect(faults).toEqual(["Z-9 is booked but does not exist"]);
  });

  it("a hold that lost one of its seats", () => {
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 4, seat("A-5")) }))).toEqual([
      "holding-00001 holds 1 of its 2 seats",
    ]);
  });

  it("a seat held by a hold that does not list it", () => {
    const astray = seat("A-6", { seat_state: "held", holding_id: "holding-00001", hold_ttl: now + 120 });
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 5, astray) }))).toEqual([
      "A-6 is held by holding-00001, which does not list it",
      "holding-00001 holds 3 of its 2 seats",
    ]);
  });

  it("a seat held by nothing", () => {
    const orphan = seat("A-6", { seat_state: "held", holding_id: "holding-00077", hold_ttl: now + 120 });
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 5, orphan) }))).toEqual([
      "A-6 is held by holding-00077, which does not list it",
    ]);
  });

  it("seats still held by a hold that was confirmed", () => {
    const confirmed = holding(1, ["A-4", "A-5"], { state: "confirmed", booking_id: id.booking(1) });
    expect(faultsOf(() => ({ holdings: [confirmed] }))).toEqual([
      "A-4 is held, but holding-00001 was confirmed",
      "A-5 is held, but holding-00001 was confirmed",
    ]);
  });

  it("a seat that was booked again before it was given back", () => {
    const early = booking(3, ["A-3"], now - 1_006);
    expect(faultsOf(({ bookings }) => ({ bookings: replace(bookings, 2, early) }))).toEqual([
      "A-3 was booked by booking-00003 before it was free",
    ]);
  });

  it("a booking that nobody paid for", () => {
    const unpaid = Booking.parse({ ...booking(1, ["A-1", "A-2"], now - 3_000), payment_id: null });
    const faults = faultsOf(({ bookings, payments, ledger }) => ({
      bookings: replace(bookings, 0, unpaid),
      payments: payments.slice(1),
      ledger: ledger.slice(1),
    }));
    expect(faults).toEqual(["booking-00001 has no payment"]);
  });

  it.each([
    ["that the gateway never heard of", [], 0],
    ["that was only reserved in part", [record(1, "authorized", 4500)], 4500],
    ["that was returned", [record(1, "captured", 9000, 9000)], 0],
    ["that was voided", [record(1, "voided", 9000)], 0],
    ["of another amount", [record(1, "captured", 9001)], 9001],
  ])("a booking's payment %s", (_, records, kept) => {
    expect(faultsOf(({ ledger }) => ({ ledger: [...records, ...ledger.slice(1)] }))).toEqual([
      `payment-00001 keeps ${kept} at the gateway, the bookings say 9000`,
    ]);
  });

  it("a cancelled booking whose money was kept", () => {
    expect(faultsOf(({ ledger }) => ({ ledger: replace(ledger, 1, record(2, "captured", 4500)) }))).toEqual([
      "payment-00002 keeps 4500 at the gateway, the bookings say 0",
    ]);
  });

  it("money that was taken for no booking at all", () => {
    expect(faultsOf(({ ledger }) => ({ ledger: [...ledger, record(9, "captured", 4500)] }))).toEqual([
      "payment-00009 keeps 4500 at the gateway, the bookings say 0",
    ]);
  });
});

describe("counts are told apart from the records:", () => {
  const sound = recount(soundBooks().bookings);
  const counted = (change: Partial<SaleCounts>, after: Partial<SaleCounts> = change) =>
    faultsOf(() => ({ counts: { before: { ...sound, ...change }, after: { ...sound, ...after } } }));

  it("bookings, cancellations, seats and money, each type by itself", () => {
    expect(sound).toEqual({
      ...{ total_bookings: 3, total_cancellations: 1, seats_sold: 3, gross: 18_000, refunded: 4_500 },
      by_seat_type: { Stalls: { seats_sold: 3, revenue: 13_500 } },
    });
  });

  it("a type by whatever name, such as one that every object has", () => {
    const [first] = soundBooks().bookings;
    const lines = first?.lines.map((line) => ({ ...line, seat_type: "constructor" }));
    expect(recount([Booking.parse({ ...first, lines })]).by_seat_type).toEqual({
      constructor: { seats_sold: 2, revenue: 9_000 },
    });
  });

  it.each([
    [{ total_bookings: 4 }, "total_bookings is counted as 4, the records say 3"],
    [{ total_bookings: 2 }, "total_bookings is counted as 2, the records say 3"],
    [{ total_cancellations: 0 }, "total_cancellations is counted as 0, the records say 1"],
    [{ gross: 18_001 }, "gross is counted as 18001, the records say 18000"],
    [{ refunded: 0 }, "refunded is counted as 0, the records say 4500"],
    [{ seats_sold: 2 }, "seats_sold is counted as 2, the records say 3"],
    [
      { by_seat_type: { Stalls: { seats_sold: 4, revenue: 13_500 } } },
      "seats_sold of Stalls is counted as 4, the records say 3",
    ],
    [
      { by_seat_type: { Stalls: { seats_sold: 3, revenue: 9_000 } } },
      "revenue of Stalls is counted as 9000, the records say 13500",
    ],
  ])("%j", (change, fault) => {
    expect(counted(change)).toEqual([fault]);
  });

  it("a type that was never sold, and one that was never counted", () => {
    expect(counted({ by_seat_type: { Balcony: { seats_sold: 3, revenue: 13_500 } } })).toEqual([
      "seats_sold of Stalls is counted as 0, the records say 3",
      "revenue of Stalls is counted as 0, the records say 13500",
      "seats_sold of Balcony is counted as 3, the records say 0",
      "revenue of Balcony is counted as 13500, the records say 0",
    ]);
  });

  it("but not what was sold while they were read", () => {
    const earlier = { total_bookings: 2, gross: 13_500, seats_sold: 2, by_seat_type: {} };
    expect(counted(earlier, { total_bookings: 5, gross: 27_000, seats_sold: 5 })).toEqual([]);
    expect(counted({ total_bookings: 1 }, { total_bookings: 2 })).toEqual([
      "total_bookings is counted as 2, the records say 3",
    ]);
    expect(counted({ gross: 18_500 }, { gross: 19_000 })).toEqual(["gross is counted as 18500, the records say 18000"]);
  });
});

describe("what is under way is no fault:", () => {
  it.each(["started", "authorized", "voiding", "refunding"] as const)("a payment that is %s", (state) => {
    const faults = faultsOf(({ payments, ledger }) => ({
      payments: [...payments, payment(9, state, 4500)],
      ledger: [...ledger, record(9, "captured", 4500)],
    }));
    expect(faults).toEqual([]);
  });

  it.each(["captured", "declined", "voided", "refunded"] as const)("but money of a payment that is %s is", (state) => {
    const faults = faultsOf(({ payments, ledger }) => ({
      payments: [...payments, payment(9, state, 4500)],
      ledger: [...ledger, record(9, "captured", 4500)],
    }));
    expect(faults).toHaveLength(1);
  });

  it("a hold that ran out, whose seats others have taken since", () => {
    const expired = holding(1, ["A-4", "A-5"], { hold_ttl: now - 1 });
    const other = holding(2, ["A-5"]);
    const taken = seat("A-5", { seat_state: "held", holding_id: "holding-00002", hold_ttl: now + 120 });
    const faults = faultsOf(({ seats }) => ({ seats: replace(seats, 4, taken), holdings: [expired, other] }));
    expect(faults).toEqual([]);
  });

  it("a seat booked again up to 5 s before it was given back by another machine's clock", () => {
    const soon = booking(3, ["A-3"], now - 1_004);
    expect(faultsOf(({ bookings }) => ({ bookings: replace(bookings, 2, soon) }))).toEqual([]);
  });
});

it("the gateway keeps what is captured or reserved, less what it gave back", () => {
  expect(keeps(record(1, "captured", 9000, 4500))).toBe(4500);
  expect(keeps(record(1, "authorized", 9000))).toBe(9000);
  for (const state of ["challenged", "declined", "voided"] as const) expect(keeps(record(1, state, 9000))).toBe(0);
});
