import { describe, expect, it } from "vitest";
import { VenueId } from "../ids.ts";
import { id } from "../testing/id.ts";
import { NewVenueSeat } from "../venue/venue.ts";
import { drawLayout, listLayoutSeats, listSeatIds, toLayoutId } from "./layout.rules.ts";
import { placeSeats } from "./place-seats.rules.ts";

const venue = { venue_id: VenueId.parse("venue-00001"), revision: 3, seat_types: ["Stalls", "Balcony"] };
type Seat = Partial<NewVenueSeat> & { row: string; seat_num?: number };
const place = (row: string, seat_num: number, more: Partial<NewVenueSeat> = {}): Seat => ({ row, seat_num, ...more });
const draw = (seats: Seat[]) => {
  const added = seats.map((seat) => NewVenueSeat.parse({ seat_type: "Stalls", ...seat }));
  return drawLayout(venue, placeSeats(venue, [], added));
};

describe("the drawing of a venue", () => {
  it("is a plain grid if no seat has a position: numbers across, each row centered below the other", () => {
    const layout = draw([place("B", 1), place("A", 2), place("A", 1), place("A", 4)]);
    expect(layout.rows.map(({ row, nums, xs, ys }) => ({ row, nums, xs, ys }))).toEqual([
      { row: "A", nums: [1, 2, 4], xs: [-15, -5, 15], ys: [10, 10, 10] },
      { row: "B", nums: [1], xs: [0], ys: [20] },
    ]);
  });

  it("keeps the positions that were given, zero too", () => {
    const layout = draw([place("A", 1, { x: 0, y: -7.5 }), place("A", 2, { x: 3, y: 0 })]);
    expect(layout.rows[0]).toMatchObject({ xs: [0, 3], ys: [-7.5, 0] });
  });

  it("places a row without all of its positions behind the others", () => {
    const layout = draw([place("A", 1, { x: 0, y: 70 }), place("A", 2), place("B", 1, { x: 4, y: 30 })]);
    expect(layout.rows.map(({ row, xs, ys }) => ({ row, xs, ys }))).toEqual([
      { row: "A", xs: [-5, 5], ys: [40, 40] },
      { row: "B", xs: [4], ys: [30] },
    ]);
  });

  it("keeps the order of rows as entered where they have labels, and labels that are no numbers", () => {
    const seats = ["12bis", "0", "12", "2"].map((seat_label) => ({ row: "Ж", section: "Ярус", seat_label }));
    const layout = draw([{ row: "B", section: "Ярус", seat_label: "1" }, ...seats]);
    expect(layout.rows).toMatchObject([
      { row: "B", row_label: "B", section: "Ярус", nums: [1], labels: null },
      { row_label: "Ж", section: "Ярус", labels: ["0", "2", "12", "12bis"], xs: [-15, -5, 5, 15] },
    ]);
    expect(listLayoutSeats(layout)[4]).toMatchObject({ section: "Ярус", row_label: "Ж", seat_label: "12bis" });
  });

  it("names the seats of each property by their index in the row", () => {
    const layout = draw([
      place("A", 1, { properties: ["restricted_view", "companion"] }),
      place("A", 2),
      place("A", 3, { properties: ["companion"] }),
    ]);
    expect(layout.rows[0]?.properties).toEqual([
      { property: "companion", seats: [0, 2] },
      { property: "restricted_view", seats: [0] },
    ]);
    expect(listLayoutSeats(layout).map(({ properties }) => properties)).toEqual([
      ["companion", "restricted_view"],
      [],
      ["companion"],
    ]);
  });

  it("has rows and seats in natural order, which is the order of its seat ids", () => {
    const layout = draw([place("AA", 1), place("A", 10), place("Z", 1), place("A", 9)]);
    expect(listSeatIds(layout)).toEqual(["A-9", "A-10", "Z-1", "AA-1"]);
  });

  it("refers to each seat's type by its index in the venue's list, and to accessible seats by their index in the row", () => {
    const seats = [
      place("A", 1, { seat_type: "Balcony" }),
      place("A", 2, { accessible: true }),
      place("A", 5, { accessible: true, seat_type: "Balcony" }),
    ];
    expect(draw(seats).rows[0]).toMatchObject({ types: [1, 0, 1], accessible: [1, 2] });
  });

  it("shows a row by its label and section, and by its own name where it has no label", () => {
    const seats = [place("BALA", 1, { section: "Balcony", row_label: "A" }), place("C", 1)];
    expect(draw(seats).rows).toMatchObject([
      { row: "BALA", row_label: "A", section: "Balcony" },
      { row: "C", row_label: "C", section: "" },
    ]);
  });

  it("is named by the venue and the revision that it shows", () => {
    expect(draw([place("A", 1)])).toMatchObject({
      layout_id: "layout-venue-00001-3",
      venue_id: "venue-00001",
      seat_count: 1,
    });
    expect(toLayoutId(id.venue(12), 0)).toBe("layout-venue-00012-0");
  });
});
