import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import type { Action, Item } from "../table/transact.ts";
import { drawLayout, listSeatIds } from "./layout.rules.ts";
import { putLayout, unpackLayout } from "./layout.table.ts";
import { toVenueSeat } from "./venue.table.ts";
import { NewVenueSeat, type VenueSeat } from "./venue.ts";

const venue = { venue_id: VenueId.parse("venue-00001"), revision: 3, seat_types: ["Stalls", "Balcony"] };
const place = (row: string, seat_num: number, more: Partial<NewVenueSeat> = {}): VenueSeat =>
  toVenueSeat(venue.venue_id, NewVenueSeat.parse({ row, seat_num, seat_type: "Stalls", ...more }), 1);

function itemOf(action: Action): Item {
  if (!("put" in action)) throw new Error("a layout is put");
  return action.put;
}

describe("a packed layout", () => {
  const row = fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}$/);
  const seat = fc
    .record({
      row,
      seat_num: fc.integer({ min: 1, max: 9999 }),
      seat_type: fc.constantFrom("Stalls", "Balcony"),
      section: fc.string({ maxLength: 40 }),
      x: fc.option(fc.double({ min: -100_000, max: 100_000, noNaN: true }), { nil: undefined }),
      accessible: fc.boolean(),
    })
    .map(({ row, seat_num, ...more }) => place(row, seat_num, more));
  const hall = fc.uniqueArray(seat, { selector: ({ seat_pos }) => seat_pos, minLength: 1, maxLength: 60 });

  it("is unpacked as it was drawn", () => {
    fc.assert(
      fc.property(hall, (seats) => {
        // JSON has no negative zero.
        const layout = JSON.parse(JSON.stringify(drawLayout(venue, seats)));
        expect(unpackLayout(itemOf(putLayout(layout)))).toEqual(layout);
      }),
    );
  });

  it("names every seat of the hall once", () => {
    fc.assert(
      fc.property(hall, (seats) => {
        const ids = listSeatIds(drawLayout(venue, seats));
        expect(ids.toSorted()).toEqual(seats.map(({ seat_pos }) => seat_pos).sort());
      }),
    );
  });

  it("of 20,000 seats that stand in curves fits one item of 400 kB", () => {
    const seats = Array.from({ length: 20_000 }, (_, i) => {
      const [tier, angle] = [Math.floor(i / 200), ((i % 200) / 200) * 2 * Math.PI];
      const at = { x: Math.cos(angle) * (300 + 9 * tier), y: Math.sin(angle) * (300 + 9 * tier) };
      const row = `${String.fromCharCode(65 + Math.floor(tier / 10))}${tier % 10}`;
      return place(row, (i % 200) + 1, { x: Math.round(at.x * 10) / 10, y: Math.round(at.y * 10) / 10 });
    });
    const item = itemOf(putLayout(drawLayout(venue, seats)));
    expect((item.packed as Uint8Array).byteLength).toBeLessThan(390_000);
    expect(unpackLayout(item).seat_count).toBe(20_000);
  });
});
