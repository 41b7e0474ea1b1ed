import { beforeEach, expect, it } from "vitest";
import { setParty } from "../selection/selection";
import { mapWith, openTestPicker } from "../testing/open-test-picker";
import { listGaps, listShown } from "./row-gaps";

let { picker, at } = openTestPicker();
const rowOf = (label: string) => {
  const row = picker.hall.rows.find((each) => each.label === label);
  if (!row) throw new Error(`There is no row ${label}`);
  return row;
};
const shownIn = (label: string) => picker.idsOf(listShown(picker, rowOf(label)));

beforeEach(() => {
  ({ picker, at } = openTestPicker());
});

it("shows where an aisle is", () => {
  expect(listGaps(picker, rowOf("A"), rowOf("A").seats)).toEqual([null, null, null, "aisle", null, null]);
  expect(listGaps(picker, rowOf("B"), rowOf("B").seats)).toEqual(Array(6).fill(null));
});

it("shows where seats are left out, and an aisle among them", () => {
  const gaps = (...ids: string[]) => listGaps(picker, rowOf("A"), picker.indexesOf(ids));
  expect(gaps("A-1", "A-3")).toEqual([null, "hidden"]);
  expect(gaps("A-2", "A-5")).toEqual([null, "aisle"]);
});

it("leaves out where the party has no place, but not what is selected or taken", () => {
  picker.toggle(at("C-2"));
  picker.update((selection) => setParty(selection, 3));
  picker.apply(mapWith({ "C-5": "b" }));
  expect(shownIn("C")).toEqual(["C-1", "C-2", "C-3", "C-4", "C-5"]);
  picker.update((selection) => setParty(selection, 1));
  expect(shownIn("C")).toHaveLength(6);
});
