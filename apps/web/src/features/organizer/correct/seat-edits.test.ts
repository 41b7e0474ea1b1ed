import { describe, expect, it } from "vitest";
import { editedSeat, editSeats, findUnnamed, findUnshiftable, keepKnown } from "./seat-edits";
import type { SavedSeat } from "./venue-seats";

const seat = (seat_label: string, fields: Partial<SavedSeat> = {}): SavedSeat => ({
  ...{ seat_pos: `A-${seat_label}`, section: "Stalls", row_label: "A", seat_label },
  ...{ seat_type: "Front", accessible: false, properties: [] },
  ...fields,
});
const [first, second, bis] = [seat("1"), seat("2", { properties: ["companion"] }), seat("12bis")] as const;
const all = [first, second, bis];

describe("editSeats", () => {
  it("renames the row of the chosen seats and nothing else", () => {
    expect(editSeats({}, [first, second], { kind: "label", row_label: "AA" })).toEqual({
      "A-1": { row_label: "AA" },
      "A-2": { row_label: "AA" },
    });
  });

  it("adds to what was edited before, and forgets what becomes as it was", () => {
    const renamed = editSeats({}, [first], { kind: "label", row_label: "AA" });
    const retyped = editSeats(renamed, [first], { kind: "type", seat_type: "Rear" });
    expect(retyped).toEqual({ "A-1": { row_label: "AA", seat_type: "Rear" } });
    const back = editSeats(retyped, [first], { kind: "label", row_label: "A" });
    expect(editSeats(back, [first], { kind: "type", seat_type: "Front" })).toEqual({});
  });

  it("shifts numbers, also twice, and leaves other labels alone", () => {
    const shifted = editSeats(editSeats({}, all, { kind: "shift", by: 10 }), all, { kind: "shift", by: -1 });
    expect(all.map((each) => editedSeat(each, shifted).seat_label)).toEqual(["10", "11", "12bis"]);
    expect(findUnshiftable(all, -2).map(({ seat_label }) => seat_label)).toEqual(["1", "12bis"]);
  });

  it("sets the features that are named and keeps the others", () => {
    const edits = editSeats({}, all, { kind: "features", features: { accessible: true, restricted_view: true } });
    expect(edits["A-2"]).toEqual({ accessible: true, properties: ["companion", "restricted_view"] });
    expect(editSeats(edits, [second], { kind: "features", features: { companion: false } })["A-2"]).toEqual({
      accessible: true,
      properties: ["restricted_view"],
    });
  });

  it("removes a seat whatever else was to change of it", () => {
    const edits = editSeats({ "A-1": { row_label: "AA" } }, [first], { kind: "remove" });
    expect(edits).toEqual({ "A-1": { removed: true } });
  });

  it("keeps a seat after all that was to be removed, and changes no other", () => {
    const edits = { "A-1": { removed: true as const }, "A-2": { row_label: "AA" } };
    expect(editSeats(edits, [first, second], { kind: "keep" })).toEqual({ "A-2": { row_label: "AA" } });
  });
});

it("finds seats that would have neither a row nor a section", () => {
  const box = seat("3", { row_label: "" });
  const seats = [first, box];
  expect(findUnnamed(seats, { section: "" })).toEqual([box]);
  expect(findUnnamed(seats, { row_label: "" })).toEqual([]);
  expect(findUnnamed(seats, { section: "", row_label: "C" })).toEqual([]);
});

it("keeps, after someone else's change, what is still to change of seats that are still there", () => {
  const edits = {
    "A-1": { row_label: "AA" },
    "A-2": { row_label: "AA", seat_type: "Rear" },
    "A-9": { row_label: "B" },
  };
  const newer = [first, { ...second, row_label: "AA" }];
  expect(keepKnown(edits, newer)).toEqual({ "A-1": { row_label: "AA" }, "A-2": { seat_type: "Rear" } });
});
