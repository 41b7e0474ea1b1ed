import { expect, it } from "vitest";
import { allSeats, findSavedSeats, keepFindable } from "./find-saved-seats";
import type { SavedSeat } from "./venue-seats";

const row = (section: string, row_label: string, ...labels: string[]): SavedSeat[] =>
  labels.map((seat_label) => ({
    ...{ seat_pos: `${section}-${row_label}-${seat_label}`, section, row_label, seat_label },
    ...{ seat_type: "Front", accessible: false, properties: [] },
  }));
const seats = [...row("Stalls", "A", "1", "2", "12bis"), ...row("Stalls", "B", "1"), ...row("Circle", "A", "1", "2")];

it.each([
  [{}, 6],
  [{ section: "Stalls" }, 4],
  [{ section: "Stalls", row: "A" }, 3],
  [{ row: "A", labels: "2-5" }, 2],
  [{ labels: "1, 12BIS" }, 4],
  [{ labels: "1 to 2" }, 5],
  [{ labels: "3–9" }, 0],
  [{ section: "" }, 0],
])("%o finds %i seats", (search, count) => {
  expect(findSavedSeats(seats, { ...allSeats, ...search })).toHaveLength(count);
});

it("forgets a section or a row that was renamed, and keeps the rest of a search", () => {
  const search = { section: "Stalls", row: "B", labels: "1-2" };
  expect(keepFindable(search, seats)).toEqual(search);
  expect(keepFindable(search, row("Stalls", "BB", "1"))).toEqual({ ...search, row: null });
  expect(keepFindable(search, row("Parterre", "B", "1"))).toEqual({ ...search, section: null });
  expect(keepFindable(search, row("Parterre", "C", "1"))).toEqual({ ...search, section: null, row: null });
});
