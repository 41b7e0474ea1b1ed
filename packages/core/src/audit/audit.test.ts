import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Booking } from "../booking/booking.ts";
import { booking, faultsOf, holding, now, payment, record, replace, seat } from "../testing/audit-records.ts";
import { id } from "../testing/id.ts";
import { toInstant } from "../time.ts";

describe("consistent records", () => {
  it("have no fault", () => {
    expect(faultsOf(() => ({}))).toEqual([]);
  });

  it("have no fault in any order", () => {
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

describe("inconsistent records", () => {
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

  it("a booked seat at another price than its booking paid, and a held one than its hold was quoted", () => {
    const at = (price: number, booked: ReturnType<typeof seat> | undefined) => ({ ...(booked ?? seat("A-1")), price });
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 0, at(6000, seats[0])) }))).toEqual([
      "A-1 carries the price 6000, agreed is 4500",
    ]);
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 3, at(6000, seats[3])) }))).toEqual([
      "A-4 carries the price 6000, agreed is 4500",
    ]);
    expect(faultsOf(({ seats }) => ({ seats: replace(seats, 5, at(6000, seats[5])) }))).toEqual([]);
    const expired = {
      ...at(6000, seat("A-6", { seat_state: "held", holding_id: "holding-00002", hold_ttl: now - 1 })),
    };
    expect(
      faultsOf(({ seats, holdings }) => ({
        seats: replace(seats, 5, expired),
        holdings: [...holdings, holding(2, ["A-6"], { hold_ttl: now - 1 })],
      })),
    ).toEqual([]);
  });

  it("a booking whose seats cost more than it does", () => {
    const faults = faultsOf(({ bookings }) => ({
      bookings: bookings.map((sold, i) => (i === 0 ? { ...sold, total: 8000 } : sold)),
    }));
    expect(faults).toContain("booking-00001 costs 8000, its seats 9000");
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

  it("a seat that its booking was moved to is that booking's since then", () => {
    const moved = { ...booking(1, ["A-1", "A-3"], now - 3_000), since: { "A-3": toInstant(now - 950) } };
    const change = (since: Record<string, string>) =>
      faultsOf(({ bookings, seats }) => ({
        bookings: [{ ...moved, since }, ...bookings.slice(1, 2)],
        seats: replace(
          replace(seats, 1, seat("A-2")),
          2,
          seat("A-3", { seat_state: "booked", booking_id: "booking-00001" }),
        ),
        ...{ payments: [], ledger: [] },
      })).filter((fault) => fault.includes("before it was free"));
    expect(change(moved.since)).toEqual([]);
    expect(change({})).toEqual(["A-3 was booked by booking-00002 before it was free"]);
  });

  it("a count of blocked seats that is not theirs, unless seats were blocked meanwhile", () => {
    const blocked = seat("A-6", { seat_state: "blocked", block_reason: "Press", block_id: "1" });
    const change = (before: number, after: number) =>
      faultsOf(({ seats }) => ({ seats: replace(seats, 5, blocked), blocked: { before, after } }));
    expect(change(1, 1)).toEqual([]);
    expect(change(0, 0)).toEqual(["seats_blocked is counted as 0, the records say 1"]);
    expect(change(0, 2)).toEqual([]);
  });

  it("a booking paid in cash has no payment", () => {
    const cash = Booking.parse({ ...booking(1, ["A-1", "A-2"], now - 3_000), payment_id: null, counter: "cash" });
    const faults = faultsOf(({ bookings, payments, ledger }) => ({
      bookings: replace(bookings, 0, cash),
      payments: payments.slice(1),
      ledger: ledger.slice(1),
    }));
    expect(faults).toEqual([]);
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
    ["that was voided", [record(1, "voided", 9000)], 0],
  ])("a booking's payment %s", (_, records, kept) => {
    expect(faultsOf(({ ledger }) => ({ ledger: [...records, ...ledger.slice(1)] }))).toEqual([
      `payment-00001 keeps ${kept} at the gateway, the bookings say 9000`,
    ]);
  });

  it("a booking's payment that was returned", () => {
    expect(faultsOf(({ ledger }) => ({ ledger: replace(ledger, 0, record(1, "captured", 9000, 9000)) }))).toEqual([
      "payment-00001 keeps 0 at the gateway, the bookings say 9000",
      "payment-00001 gave back 0 as payment-00001-r1, the gateway says 9000",
    ]);
  });

  it("a cancelled booking whose money was kept", () => {
    expect(faultsOf(({ ledger }) => ({ ledger: replace(ledger, 1, record(2, "captured", 4500)) }))).toEqual([
      "payment-00002 keeps 4500 at the gateway, the bookings say 0",
      "payment-00002 gave back 4500 as payment-00002-r1, the gateway says 0",
    ]);
  });

  it("money that was taken for no booking at all", () => {
    expect(faultsOf(({ ledger }) => ({ ledger: [...ledger, record(9, "captured", 4500)] }))).toEqual([
      "payment-00009 keeps 4500 at the gateway, the bookings say 0",
    ]);
  });
});

describe("work in progress", () => {
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

  it("an expired hold whose seats others have taken", () => {
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
