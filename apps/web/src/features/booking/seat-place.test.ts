import type { LayoutId, VenueId } from "@evently/core/ids";
import type { Layout } from "@evently/core/venue/layout";
import { describe, expect, test } from "vitest";
import { findPlaces, groupPlaces, listNums, namePlace } from "./seat-place";

const row = (row: string, row_label: string, section: string) => ({
  row,
  row_label,
  section,
  nums: [1, 2],
  xs: [0, 6],
  ys: [0, 0],
  types: [0, 0],
  accessible: [],
});

const layoutOf = (...rows: Layout["rows"]): Layout => ({
  layout_id: "layout-venue-00001-1" as LayoutId,
  venue_id: "venue-00001" as VenueId,
  seat_types: ["Stalls"],
  seat_count: rows.length * 2,
  rows,
});

describe("where a seat is", () => {
  test("takes row and section from the layout, not from the id", () => {
    const layout = layoutOf(row("ORCA", "A", "Orchestra"), row("BALA", "A", "Balcony"));
    expect(findPlaces(["BALA-2", "ORCA-1"], layout)).toEqual([
      { seat: "BALA-2", section: "Balcony", row: "A", num: "2" },
      { seat: "ORCA-1", section: "Orchestra", row: "A", num: "1" },
    ]);
  });

  test("leaves out the only section", () => {
    expect(findPlaces(["A-1"], layoutOf(row("A", "A", "Main")))[0]).toMatchObject({ section: "", row: "A" });
  });

  test("uses the id without a layout", () => {
    expect(findPlaces(["BALA-12"], null)).toEqual([{ seat: "BALA-12", section: "", row: "BALA", num: "12" }]);
    expect(namePlace({ seat: "D-12", section: "", row: "D", num: "12" })).toBe("Row D, seat 12");
  });
});

describe("seats of one row", () => {
  test("are grouped by section and row, with ascending numbers", () => {
    const place = (section: string, row: string, num: string) => ({ seat: `${row}-${num}`, section, row, num });
    const places = [place("Stalls", "D", "10"), place("Balcony", "D", "1"), place("Stalls", "D", "9")];
    expect(groupPlaces(places)).toEqual([
      { section: "Stalls", row: "D", nums: ["9", "10"] },
      { section: "Balcony", row: "D", nums: ["1"] },
    ]);
  });

  test("are listed as people say them", () => {
    expect(listNums(["12"])).toBe("12");
    expect(listNums(["12", "13"])).toBe("12 and 13");
    expect(listNums(["12", "13", "14"])).toBe("12 to 14");
    expect(listNums(["12", "14", "15"])).toBe("12, 14 and 15");
    expect(listNums([])).toBe("");
  });
});
