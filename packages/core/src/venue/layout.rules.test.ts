import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import { id } from "../testing/id.ts";
import { drawLayout, listSeatIds, toLayoutId } from "./layout.rules.ts";
import { toVenueSeat } from "./venue.table.ts";
import { NewVenueSeat, type VenueSeat } from "./venue.ts";

const venue = { venue_id: VenueId.parse("venue-00001"), revision: 3, seat_types: ["Stalls", "Balcony"] };
const place = (row: string, seat_num: number, more: Partial<NewVenueSeat> = {}): VenueSeat =>
  toVenueSeat(venue.venue_id, NewVenueSeat.parse({ row, seat_num, seat_type: "Stalls", ...more }), 1);

describe("the drawing of a venue", () => {
  it("is a plain grid if no seat has a position: numbers across, rows one below the other", () => {
    const layout = drawLayout(venue, [place("B", 1), place("A", 2), place("A", 1), place("A", 4)]);
    expect(layout.rows.map(({ row, nums, xs, ys }) => ({ row, nums, xs, ys }))).toEqual([
      { row: "A", nums: [1, 2, 4], xs: [10, 20, 40], ys: [10, 10, 10] },
      { row: "B", nums: [1], xs: [10], ys: [20] },
    ]);
  });

  it("keeps the positions that were given, zero too", () => {
    const layout = drawLayout(venue, [place("A", 1, { x: 0, y: -7.5 }), place("A", 2, { x: 3, y: 0 })]);
    expect(layout.rows[0]).toMatchObject({ xs: [0, 3], ys: [-7.5, 0] });
  });

  it("has rows and seats in natural order, which is the order of its seat ids", () => {
    const layout = drawLayout(venue, [place("AA", 1), place("A", 10), place("Z", 1), place("A", 9)]);
    expect(listSeatIds(layout)).toEqual(["A-9", "A-10", "Z-1", "AA-1"]);
  });

  it("refers to each seat's type by its index in the venue's list, and to accessible seats by their index in the row", () => {
    const seats = [
      place("A", 1, { seat_type: "Balcony" }),
      place("A", 2, { accessible: true }),
      place("A", 5, { accessible: true, seat_type: "Balcony" }),
    ];
    expect(drawLayout(venue, seats).rows[0]).toMatchObject({ types: [1, 0, 1], accessible: [1, 2] });
  });

  it("shows a row by its label and section, and by its own name where it has no label", () => {
    const seats = [place("BALA", 1, { section: "Balcony", row_label: "A" }), place("C", 1)];
    expect(drawLayout(venue, seats).rows).toMatchObject([
      { row: "C", row_label: "C", section: "" },
      { row: "BALA", row_label: "A", section: "Balcony" },
    ]);
  });

  it("is named by the venue and the revision that it shows", () => {
    expect(drawLayout(venue, [place("A", 1)])).toMatchObject({
      layout_id: "layout-venue-00001-3",
      venue_id: "venue-00001",
      seat_count: 1,
    });
    expect(toLayoutId(id.venue(12), 0)).toBe("layout-venue-00012-0");
  });
});
