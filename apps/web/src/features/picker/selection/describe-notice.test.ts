import { beforeEach, expect, it } from "vitest";
import { openTestPicker } from "../testing/open-test-picker";
import { describeLost, describeNotice } from "./describe-notice";
import { describeSelection, describeTaken } from "./describe-selection";
import { toggleNeed, toggleType } from "./seat-filter";
import { type Selection, setParty } from "./selection";

let { picker, at } = openTestPicker();
const lose = (ids: string[], alternatives: string[] = [], replacesAll = false) =>
  describeLost(picker, { seats: picker.indexesOf(ids), alternatives: picker.indexesOf(alternatives), replacesAll });

beforeEach(() => {
  ({ picker, at } = openTestPicker());
});

it("offers seats instead of those that were taken", () => {
  expect(lose(["A-1"], ["B-1"])).toBe("Stalls, Row A, seat 1 was just taken. Take Stalls, Row B, seat 1 instead?");
  expect(lose(["A-1"], ["B-1", "B-2"], true)).toBe(
    "Stalls, Row A, seat 1 was just taken. Take Stalls, Row B, seats 1 and 2 instead of your selection?",
  );
});

it("says that other seats are still selected only if there are any", () => {
  expect(lose(["A-1"])).toBe("Stalls, Row A, seat 1 was just taken. Pick another seat on the map.");
  picker.toggle(at("A-2"));
  expect(lose(["A-1"])).toBe(
    "Stalls, Row A, seat 1 was just taken. Your other seat is still selected. Pick another seat on the map.",
  );
  picker.toggle(at("A-3"));
  expect(lose(["B-1", "B-2"])).toBe(
    "Stalls, Row B, seats 1 and 2 were just taken. Your other seats are still selected. Pick other seats on the map.",
  );
});

it("offers to hold the seats of an expired hold again", () => {
  const ended = (...ids: string[]) => describeNotice(picker, { kind: "ended", seats: picker.indexesOf(ids) });
  expect(ended("A-1")).toBe(
    "Your hold on Stalls, Row A, seat 1 has expired. The seat is still selected: hold it while it’s free.",
  );
  expect(ended("A-1", "A-2")).toBe(
    "Your hold on Stalls, Row A, seats 1 and 2 has expired. The seats are still selected: hold them while they’re free.",
  );
});

it("says why a dimmed seat is one before it is taken, and nothing else then", () => {
  const ask = (id: string, change: (selection: Selection) => Selection) => {
    picker.update(change);
    picker.toggle(at(id));
    expect(describeSelection(picker, at(id))).toBe("");
    return describeNotice(picker, { kind: "asks", seat: at(id) });
  };
  expect(ask("SA-2", (selection) => toggleNeed(toggleType(selection, 0), "full_view"))).toBe(
    "Side, Row A, seat 2 is in Rear and has a restricted view. Press it again to take it anyway.",
  );
  expect(ask("C-1", (selection) => ({ ...selection, keptTypes: new Set(), needs: new Set(), priceMax: 400 }))).toBe(
    "Stalls, Row C, seat 1 costs more than you chose. Press it again to take it anyway.",
  );
  expect(ask("A-1", (selection) => setParty({ ...selection, priceMax: null }, 4))).toBe(
    "Stalls, Row A, seat 1 has no 3 free seats next to it. Press it again to take it anyway.",
  );
});

it("says what was taken in place of lost seats", () => {
  for (const id of ["C-1", "B-1"]) picker.toggle(at(id));
  expect(describeTaken(picker, [at("B-1"), at("B-2")])).toBe("Stalls, Row B, seat 1 added. 2 seats selected.");
  expect(describeTaken(picker, [at("B-2")])).toBe("These seats are no longer free.");
});
