import { expect, it } from "vitest";
import { describeCorrections, findDoubles, toCorrections } from "./list-corrections";
import type { SavedSeat } from "./venue-seats";

const row = (row_label: string, ...labels: string[]): SavedSeat[] =>
  labels.map((seat_label) => ({
    ...{ seat_pos: `${row_label}-${seat_label}`, section: "Stalls", row_label, seat_label },
    ...{ seat_type: "Front", accessible: false, properties: [] },
  }));
const seats = [...row("A", "1", "2", "3"), ...row("B", "1")];

it("sends each kind of change in its own list, and of a removed seat the removal only", () => {
  const edits = {
    "A-1": { row_label: "AA", seat_type: "Rear" },
    "A-2": { properties: ["companion" as const] },
    "B-1": { removed: true as const },
  };
  expect(toCorrections(seats, edits)).toEqual({
    relabel: [{ seat_pos: "A-1", row_label: "AA" }],
    retype: [{ seat_pos: "A-1", seat_type: "Rear" }],
    properties: [{ seat_pos: "A-2", properties: ["companion"] }],
    remove: ["B-1"],
  });
});

it("finds seats that would print the same, but not beside a removed one", () => {
  const onto = { "B-1": { row_label: "A" } };
  expect(findDoubles(seats, onto).map(({ seat_pos }) => seat_pos)).toEqual(["B-1"]);
  expect(findDoubles(seats, { ...onto, "A-1": { removed: true } })).toEqual([]);
});

it("says in one line what becomes of seats that change alike", () => {
  const edits = {
    "A-1": { row_label: "AA" },
    "A-2": { row_label: "AA" },
    "A-3": { seat_type: "Rear", properties: ["restricted_view" as const] },
    "B-1": { removed: true as const },
  };
  expect(describeCorrections(seats, edits).map(({ before, after }) => [before, after])).toEqual([
    ["Stalls, Row A, seats 1 and 2", "Stalls, Row AA, seats 1 and 2"],
    ["Stalls, Row A, seat 3", "Rear · Restricted view"],
    ["Stalls, Row B, seat 1", "Removed"],
  ]);
});

it("shows shifted numbers of a row together", () => {
  const edits = { "A-1": { seat_label: "11" }, "A-2": { seat_label: "12" }, "A-3": { seat_label: "13" } };
  expect(describeCorrections(seats, edits).map(({ before, after }) => [before, after])).toEqual([
    ["Stalls, Row A, seats 1 to 3", "Stalls, Row A, seats 11 to 13"],
  ]);
});

it("says of each seat what is special about it afterwards, also where the same was added to all", () => {
  const [first, ...others] = row("A", "1", "2");
  const mixed = [{ ...first, properties: ["companion" as const] } as SavedSeat, ...others];
  const edits = { "A-1": { accessible: true }, "A-2": { accessible: true } };
  expect(describeCorrections(mixed, edits).map(({ before, after }) => [before, after])).toEqual([
    ["Stalls, Row A, seat 1", "Wheelchair space, Companion seat"],
    ["Stalls, Row A, seat 2", "Wheelchair space"],
  ]);
});
