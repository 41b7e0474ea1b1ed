import { expect, it } from "vitest";
import { allSeats, findSavedSeats } from "./find-saved-seats";
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
