import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { SeatId } from "../ids.ts";
import { packSeatMap } from "../seat-map/seat-maps.ts";
import { id } from "../testing/id.ts";
import { compareSeats, isFree, isRowCode, toSeatId, visibleState } from "./seat.rules.ts";
import { EventSeat, SeatNum } from "./seat.ts";

const place = {
  event_id: "event-00001",
  seat_pos: "A-1",
  row: "A",
  seat_num: 1,
  seat_type: "Stalls",
  price: 4500,
  times_held: 3,
  times_booked: 1,
};
const free = { holding_id: null, hold_ttl: null, booking_id: null };
const states = {
  available: { ...place, ...free, seat_state: "available" },
  held: { ...place, ...free, seat_state: "held", holding_id: "holding-00007", hold_ttl: 1_000 },
  booked: { ...place, ...free, seat_state: "booked", booking_id: "booking-00009" },
} as const;

describe("a seat of an event", () => {
  it.each(Object.values(states))("may be $seat_state", (seat) => {
    expect(z.safeParse(EventSeat, seat).success).toBe(true);
  });

  it.each([
    ["available and in a holding", { ...states.available, holding_id: "holding-00007" }],
    ["available until some time", { ...states.available, hold_ttl: 1_000 }],
    ["available and in a booking", { ...states.available, booking_id: "booking-00009" }],
    ["held by nobody", { ...states.held, holding_id: null }],
    ["held without an end", { ...states.held, hold_ttl: null }],
    ["held and in a booking", { ...states.held, booking_id: "booking-00009" }],
    ["booked without a booking", { ...states.booked, booking_id: null }],
    ["booked and in a holding", { ...states.booked, holding_id: "holding-00007" }],
    ["booked until some time", { ...states.booked, hold_ttl: 1_000 }],
    ["blocked", { ...states.available, seat_state: "blocked" }],
    ["without a price", { ...states.available, price: undefined }],
    ["at half a cent", { ...states.available, price: 0.5 }],
  ])("is never %s", (_, seat) => {
    expect(z.safeParse(EventSeat, seat).success).toBe(false);
  });
});

const anySeat = fc
  .oneof(
    fc.constant(states.available),
    fc.record({ hold_ttl: fc.nat(2_000) }).map((held) => ({ ...states.held, ...held })),
    fc.constant(states.booked),
  )
  .map((seat) => EventSeat.parse(seat));
const anyTime = fc.double({ min: 0, max: 3_000, noNaN: true });

describe("what the public sees of a seat", () => {
  it("is its state and the end of its hold, never its buyer", () => {
    fc.assert(
      fc.property(anySeat, anyTime, (seat, now) => {
        expect(Object.keys(visibleState(seat, now)).sort()).toEqual(["hold_ttl", "seat_state"]);
      }),
    );
  });

  it("shows the exact expiry if held", () => {
    fc.assert(
      fc.property(anySeat, anyTime, (seat, now) => {
        const { seat_state, hold_ttl } = visibleState(seat, now);
        expect(hold_ttl).toBe(seat_state === "held" ? seat.hold_ttl : null);
      }),
    );
  });

  it("is available exactly if a hold may take it, and stays booked", () => {
    fc.assert(
      fc.property(anySeat, anyTime, (seat, now) => {
        const { seat_state } = visibleState(seat, now);
        expect(seat_state === "available").toBe(isFree(seat, now));
        expect(seat_state === "booked").toBe(seat.seat_state === "booked");
      }),
    );
  });

  it.each([
    [999.999, "held"],
    [1_000, "held"],
    [1_000.001, "available"],
  ])("of a hold until 1000 reads at %d: %s", (now, state) => {
    expect(visibleState(EventSeat.parse(states.held), now).seat_state).toBe(state);
  });
});

describe("the map of an event", () => {
  const event = { event_id: id.event(1), layout_id: id.layout("layout-venue-00001-1"), secret: "never sent" };

  it("is one letter per seat in the layout's order, with the expiry of each open hold", () => {
    const seats = [
      { seat_state: "available", hold_ttl: null },
      { seat_state: "held", hold_ttl: 1_000 },
      { seat_state: "held", hold_ttl: 900 },
      { seat_state: "booked", hold_ttl: null },
    ] as const;
    expect(packSeatMap(event, seats, 950.5)).toEqual({
      event_id: "event-00001",
      layout_id: "layout-venue-00001-1",
      states: "ahab",
      holds: { 1: 1_000 },
      server_now: 950.5,
    });
  });

  it("matches the list of seats", () => {
    fc.assert(
      fc.property(fc.array(anySeat, { maxLength: 40 }), anyTime, (seats, now) => {
        const { states, holds } = packSeatMap(event, seats, now);
        const shown = seats.map((seat) => visibleState(seat, now));
        expect([...states]).toEqual(shown.map(({ seat_state }) => seat_state[0]));
        expect(shown.map((_, i) => holds[i] ?? null)).toEqual(shown.map(({ hold_ttl }) => hold_ttl));
      }),
    );
  });
});

describe("the name of a seat", () => {
  const row = fc.stringMatching(/^[A-Z][A-Z0-9]{0,7}$/);
  const number = fc.integer({ min: 1, max: 9_999 });

  it("consists of its row and number, and is always a seat id", () => {
    expect(toSeatId("BALA", 12)).toBe("BALA-12");
    fc.assert(
      fc.property(row, number, (row, number) => {
        expect(isRowCode(row) && z.safeParse(SeatNum, number).success).toBe(true);
        expect(z.safeParse(SeatId, toSeatId(row, number)).success).toBe(true);
      }),
    );
  });

  it("is unique for each seat", () => {
    fc.assert(
      fc.property(row, number, row, number, (a, first, b, second) => {
        expect(toSeatId(a, first) === toSeatId(b, second)).toBe(a === b && first === second);
      }),
    );
  });

  it.each(["A-0", "A-01", "a-1", "A1", "-1", "A-", "1A-1", "A-10000", "ABCDEFGHI-1", "EVENT", "A-1 ", "A-1\n", "É-1"])(
    "is never %j",
    (id) => {
      expect(z.safeParse(SeatId, id).success).toBe(false);
    },
  );
});

describe("the order of seats", () => {
  const seat = fc.record({
    row: fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}$/),
    seat_num: fc.integer({ min: 1, max: 200 }),
  });

  it("is natural: A-2 before A-10, Z before AA", () => {
    const names = (order: string[]) =>
      order
        .map((id) => ({ row: id.split("-")[0] ?? "", seat_num: Number(id.split("-")[1]) }))
        .sort(compareSeats)
        .map(({ row, seat_num }) => `${row}-${seat_num}`);
    expect(names(["AA-1", "A-10", "Z-1", "B-1", "A-2", "A-1"])).toEqual(["A-1", "A-2", "A-10", "B-1", "Z-1", "AA-1"]);
    expect(names(["R10-1", "R9-1", "R2-1"])).toEqual(["R2-1", "R9-1", "R10-1"]);
  });

  it("is antisymmetric, with only identical seats equal", () => {
    fc.assert(
      fc.property(seat, seat, (a, b) => {
        expect(Math.sign(compareSeats(a, b))).toBe(-Math.sign(compareSeats(b, a)) || 0);
        expect(compareSeats(a, b) === 0).toBe(a.row === b.row && a.seat_num === b.seat_num);
      }),
    );
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(seat, seat, seat, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort(compareSeats);
        if (!first || !second || !third) throw new Error("three seats stay three");
        expect(compareSeats(first, second)).toBeLessThanOrEqual(0);
        expect(compareSeats(second, third)).toBeLessThanOrEqual(0);
        expect(compareSeats(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
