import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import { SeatProperty } from "../seat/seat.ts";
import type { Action, Item } from "../table/transact.ts";
import { drawBelow, seededRandom } from "../testing/random.ts";
import { labelKey } from "../venue/seat-keys.rules.ts";
import { NewVenueSeat } from "../venue/venue.ts";
import { drawLayout, listLayoutSeats, listSeatIds } from "./layout.rules.ts";
import { isFormerLayout, maxPackedBytes, putLayout, unpackLayout } from "./layout.table.ts";
import { placeSeats } from "./place-seats.rules.ts";

const seat_types = Array.from({ length: 40 }, (_, i) => `Price category ${i}`);
const venue = { venue_id: VenueId.parse("venue-00001"), revision: 3, seat_types };
const draw = (seats: Partial<NewVenueSeat>[]) =>
  drawLayout(
    venue,
    placeSeats(
      venue,
      [],
      seats.map((seat) => NewVenueSeat.parse({ seat_type: seat_types[0], ...seat })),
    ),
  );

function itemOf(action: Action): Item {
  if (!("put" in action)) throw new Error("a layout is put");
  return action.put;
}

describe("a packed layout", () => {
  const seat = fc.record({
    row: fc.constantFrom("A", "12", "Ж", "BALA"),
    section: fc.constantFrom("", "Parkett", "Loge 3"),
    seat_label: fc.stringMatching(/^[0-9]{1,4}[a-cé]?$/),
    seat_type: fc.constantFrom(...seat_types),
    x: fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined }),
    y: fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined }),
    accessible: fc.boolean(),
    properties: fc.uniqueArray(fc.constantFrom(...SeatProperty.options)),
  });
  const hall = fc.uniqueArray(seat, {
    selector: ({ row, section, seat_label }) => `${row}\n${section}\n${seat_label}`,
    minLength: 1,
    maxLength: 60,
  });

  it("is unpacked as it was drawn", () => {
    fc.assert(
      fc.property(hall, (seats) => {
        const layout = draw(seats);
        expect(unpackLayout(itemOf(putLayout(layout)))).toEqual(layout);
      }),
    );
  });

  it("names every seat of the hall once", () => {
    fc.assert(
      fc.property(hall, (seats) => {
        const layout = draw(seats);
        expect(new Set(listSeatIds(layout)).size).toBe(seats.length);
        const printed = listLayoutSeats(layout).map(labelKey);
        expect(printed.toSorted()).toEqual(seats.map((item) => labelKey({ ...item, row_label: item.row })).toSorted());
      }),
    );
  });

  it("of the version before is read as it was, its seats printing their numbers", () => {
    const { layout_id, venue_id } = draw([]);
    const row = { row: "BALA", row_label: "A", section: "Balcony", nums: [1, 2], xs: [1, 2], ys: [3, 3] };
    const before = {
      layout_id,
      venue_id,
      seat_types,
      seat_count: 2,
      rows: [{ ...row, types: [0, 1], accessible: [1] }],
    };
    const item = { packed: deflateRawSync(JSON.stringify(before)) };
    expect(isFormerLayout(item)).toBe(true);
    expect(listLayoutSeats(unpackLayout(item))).toMatchObject([
      { seat_pos: "BALA-1", section: "Balcony", row_label: "A", seat_label: "1", accessible: false, properties: [] },
      { seat_pos: "BALA-2", section: "Balcony", row_label: "A", seat_label: "2", accessible: true, properties: [] },
    ]);
  });

  it("of the worst hall of 30,000 seats fits one item of 400 kB", () => {
    const layout = draw(worstHall());
    const item = itemOf(putLayout(layout));
    expect(layout.seat_count).toBe(30_000);
    expect((item.packed as Uint8Array).byteLength).toBeLessThan(maxPackedBytes);
    expect(unpackLayout(item)).toEqual(layout);
  });
});

/**
 * Rows in curves, placed to the millimetre and a little off, in 30 sections with long names and row labels in Cyrillic;
 * odd seats to the left and even ones to the right, every tenth with a letter; 40 types and every property in no order.
 */
function worstHall(): Partial<NewVenueSeat>[] {
  const random = seededRandom(30_000);
  return Array.from({ length: 30_000 }, (_, i) => {
    const [row, seat] = [Math.floor(i / 100), i % 100];
    const side = seat % 2 === 0 ? 1 : -1;
    const angle = (side * seat) / 90 + (random() - 0.5) / 1000;
    const radius = 300 + 9 * row + random() / 10;
    return {
      section: `Ярус ${Math.floor(row / 10)}, правая сторона, вход ${row % 4}`,
      row_label: `Ряд ${row}Ж`,
      seat_label: seat % 10 === 9 ? `${seat}bis` : String(seat),
      seat_type: seat_types[drawBelow(random, 40)] ?? "",
      x: Math.sin(angle) * radius,
      y: Math.cos(angle) * radius,
      accessible: random() < 0.05,
      properties: SeatProperty.options.filter(() => random() < 0.1),
    };
  });
}
