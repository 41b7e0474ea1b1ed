import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLayout, listLayoutSeats } from "../layout/layout.rules.ts";
import { indexLayout } from "../layout/layouts.ts";
import { placeSeats } from "../layout/place-seats.rules.ts";
import { visibleState } from "../seat/seat.rules.ts";
import type { SeatState } from "../seat/seat.ts";
import { id } from "../testing/id.ts";
import { NewVenueSeat } from "../venue/venue.ts";
import { createSeatLists, type SeatFilter } from "./seat-lists.ts";
import type { LiveSeat } from "./seat-maps.ts";

const seat_types = ["Stalls", 'Box "available"', "null}"];
const start = 1_800_000_000;
const sale = {
  event_id: id.event(1),
  layout_id: id.layout("layout-venue-00001-1"),
  seat_type_prices: { Stalls: 4500, 'Box "available"': 0, "null}": 12 },
  status: "published" as const,
};
const venue = { venue_id: id.venue(1), revision: 1, seat_types };
/** Labels that contain the words around a seat's state. */
const drawn = ["A", "B", 'null}"'].flatMap((row_label) =>
  seat_types.map((seat_type, i) =>
    NewVenueSeat.parse({ row_label, seat_label: `${i}avail`, section: '"available"', seat_type, seat_num: i + 1 }),
  ),
);
const layout = drawLayout(venue, placeSeats(venue, [], drawn));
const indexed = indexLayout(layout);
const { types, seats: ids } = indexed;

const known: fc.Arbitrary<LiveSeat> = fc
  .tuple(
    fc.oneof(
      fc.constant({ seat_state: "available" as const, hold_ttl: null }),
      fc.constant({ seat_state: "booked" as const, hold_ttl: null }),
      fc.integer({ min: -2, max: 2 }).map((left) => ({ seat_state: "held" as const, hold_ttl: start + left })),
    ),
    fc.constantFrom(undefined, 0, 12, 4500, 123_456),
  )
  .map(([seat, price]) => (price === undefined ? seat : { ...seat, price }));
const halls = fc.array(known, { minLength: ids.length, maxLength: ids.length });
const filters: fc.Arbitrary<SeatFilter> = fc.record({
  seat_type: fc.constantFrom(undefined, ...seat_types, "no such type"),
  seat_state: fc.constantFrom<(SeatState | undefined)[]>(undefined, "available", "held", "booked"),
});
const free = ids.map((): LiveSeat => ({ seat_state: "available", hold_ttl: null }));
const hold = (seats: readonly LiveSeat[], i: number, hold_ttl: number): LiveSeat[] =>
  seats.map((seat, at) => (at === i ? { seat_state: "held", hold_ttl } : seat));

describe("the list of an event's seats", () => {
  it("is the JSON of each seat's public view, for any state and filter", () => {
    fc.assert(
      fc.property(halls, filters, (seats, filter) => {
        const list = createSeatLists(() => start).get(sale, { layout: indexed, seats }, filter);
        const items = listLayoutSeats(layout)
          .map((place, i) => {
            const seat_type = types[i] as keyof typeof sale.seat_type_prices;
            const { seat_state, hold_ttl, price: own } = seats[i] as LiveSeat;
            const state = visibleState({ seat_state, hold_ttl }, start);
            const asked = sale.seat_type_prices[seat_type];
            const price = state.seat_state === "available" ? asked : (own ?? asked);
            return { event_id: sale.event_id, ...place, seat_type, price, ...state };
          })
          .filter(({ seat_type }) => (filter.seat_type ?? seat_type) === seat_type)
          .filter(({ seat_state }) => (filter.seat_state ?? seat_state) === seat_state);
        expect(Buffer.from(list.write()).toString()).toBe(JSON.stringify({ items, next_cursor: null }));
        expect(list.toJSON().items).toEqual(items);
      }),
      { numRuns: 300 },
    );
  });

  it("has every seat of a draft free", () => {
    const seats = hold([], 0, start + 9);
    const list = createSeatLists(() => start).get({ ...sale, status: "draft" }, { layout: indexed, seats }, {});
    expect(new Set(list.toJSON().items.map(({ seat_state }) => seat_state))).toEqual(new Set(["available"]));
  });

  it("is built once a second, however often it is requested", () => {
    let now = start;
    const lists = createSeatLists(() => now);
    const first = lists.get(sale, { layout: indexed, seats: free }, {});
    now += 0.9;
    const again = lists.get(sale, { layout: indexed, seats: hold(free, 0, start + 9) }, {});
    expect([again.tag, again.write()]).toEqual([first.tag, first.write()]);
    expect(again.write()).toBe(first.write());
    now += 0.1;
    const later = lists.get(sale, { layout: indexed, seats: hold(free, 0, start + 9) }, {});
    expect(later.tag).not.toBe(first.tag);
    expect(later.toJSON().items[0]).toMatchObject({ seat_state: "held", hold_ttl: start + 9 });
  });
});

it("a list is kept while there is room for the lists of its event together", () => {
  const write = (lists: ReturnType<typeof createSeatLists>, filter: SeatFilter) =>
    lists.get(sale, { layout: indexed, seats: free }, filter).write();
  const isKept = (lists: ReturnType<typeof createSeatLists>, filter: SeatFilter) => {
    const first = write(lists, filter);
    return write(lists, filter) === first;
  };
  const bytes = createSeatLists(() => start)
    .get(sale, { layout: indexed, seats: free }, {})
    .write().length;
  const roomFor = (some: number) => createSeatLists(() => start, 1_000 + ids.length * 110 + some * bytes);
  const two = roomFor(2.5);
  expect([isKept(roomFor(1.5), {}), isKept(two, {}), isKept(two, { seat_state: "available" })]).toEqual([
    ...[false, true, false],
  ]);
});

describe("its tag", () => {
  const tag = (seats: LiveSeat[], { now = start, filter = {}, event = sale } = {}) =>
    createSeatLists(() => now).get(event, { layout: indexed, seats }, filter).tag;

  it("is the same in every process that sees the same states and hold expiries", () => {
    const seats = hold(free, 3, start + 9);
    expect(tag(seats)).toBe(tag(seats, { now: start + 5 }));
    expect(tag(hold(free, 3, start - 1))).toBe(tag(free));
    const { Stalls, ...others } = sale.seat_type_prices;
    expect(tag(seats, { event: { ...sale, seat_type_prices: { ...others, Stalls } } })).toBe(tag(seats));
  });

  it("differs by what a held seat costs its buyer, not by what a free one did", () => {
    const seats = hold(free, 3, start + 9);
    const at = (price: number) => seats.map((seat) => ({ ...seat, price }));
    expect(tag(at(3000))).not.toBe(tag(seats));
    expect(tag(at(3000))).not.toBe(tag(at(3001)));
    expect(tag(free.map((seat) => ({ ...seat, price: 3000 })))).toBe(tag(free));
  });

  it("differs by state, hold expiry, price, layout and filter", () => {
    const seats = hold(free, 3, start + 9);
    const others = [
      tag(free),
      tag(hold(free, 3, start + 10)),
      tag(hold(free, 4, start + 9)),
      tag(seats, { now: start + 10 }),
      tag(seats, { event: { ...sale, seat_type_prices: { ...sale.seat_type_prices, Stalls: 4501 } } }),
      tag(seats, { event: { ...sale, layout_id: id.layout("layout-venue-00001-2") } }),
      tag(seats, { filter: { seat_state: "held" } }),
    ];
    expect(others).not.toContain(tag(seats));
  });
});
