import { beforeEach, describe, expect, it } from "vitest";
import { createServerClock } from "~/features/clock/server-clock";
import { openHall } from "~/features/hall/hall";
import { nameInHall } from "~/features/hall/name-in-hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { Picker } from "./picker";
import { takeAlternatives } from "./selection/lost-seats";
import { toggleNeed, toggleType } from "./selection/seat-filter";
import { setParty, showAllSeats } from "./selection/selection";
import { mapWith, openTestPicker } from "./testing/open-test-picker";

let { picker, patched, at, selected } = openTestPicker();

beforeEach(() => {
  ({ picker, patched, at, selected } = openTestPicker());
});

describe("the map that the server sends", () => {
  it("redraws exactly the seats that changed", () => {
    picker.apply(mapWith({ "A-1": "b", "C-6": "h" }, { "C-6": 1042 }));
    expect(patched.sort()).toEqual(["A-1", "C-6"]);
    expect([picker.stateOf(at("A-1")), picker.stateOf(at("C-6"))]).toEqual(["taken", "held"]);
    expect(picker.secondsHeld(at("C-6"))).toBe(42);
    expect(picker.freeByType.read()).toEqual([11, 9]);
    expect([...picker.freeByNeed.read()]).toEqual([
      ["companion", 1],
      ["full_view", 18],
    ]);
  });

  it("counts the free seats of a sold-out hall too, where the first map changes no seat", () => {
    const soldOut = new Picker({
      hall: picker.hall,
      seatLimit: 10,
      prices: [1000, 500],
      clock: createServerClock(() => 0),
    });
    expect(soldOut.freeByType.read()).toEqual([]);
    soldOut.apply(mapWith(Object.fromEntries(picker.hall.ids.map((id) => [id, "b"]))));
    expect(soldOut.freeByType.read()).toEqual([0, 0]);
    expect([...soldOut.freeByNeed.read().values()]).toEqual([0, 0]);
  });

  it("notifies no one when nothing changed", () => {
    const before = [picker.selection.read(), picker.freeByType.read()];
    let notified = 0;
    for (const signal of [picker.selection, picker.freeByType]) signal.subscribe(() => notified++);
    picker.apply(mapWith({}));
    expect([picker.selection.read(), picker.freeByType.read()]).toEqual(before);
    expect([notified, patched]).toEqual([0, []]);
  });

  it("moves a selected seat that someone took to the lost ones, and offers another", () => {
    picker.toggle(at("C-3"));
    picker.toggle(at("C-4"));
    picker.apply(mapWith({ "C-3": "b" }));
    expect(selected()).toEqual(["C-4"]);
    expect(picker.isLost(at("C-3"))).toBe(true);
    picker.update(takeAlternatives);
    expect(selected()).toEqual(["C-4", "C-5"]);
    expect(picker.selection.read().lost).toBeNull();
  });

  it("brings another suggestion when the one that was offered is taken too", () => {
    picker.toggle(at("C-3"));
    picker.apply(mapWith({ "C-3": "b" }));
    const offered = picker.idsOf(picker.selection.read().lost?.alternatives ?? []);
    picker.apply(mapWith({ "C-3": "b", ...Object.fromEntries(offered.map((id) => [id, "h"])) }));
    const next = picker.idsOf(picker.selection.read().lost?.alternatives ?? []);
    expect([next.length, offered.length]).toEqual([1, 1]);
    expect(next).not.toEqual(offered);
  });
});

describe("a correction of the open page's labels", () => {
  const rows = twoSections.rows.map((row) => ({
    ...row,
    row_label: `${row.row_label}${row.row_label}`,
    properties: [],
  }));
  const relabeled = () =>
    new Picker({
      hall: openHall({ ...twoSections, rows }),
      seatLimit: 10,
      prices: [1000, 500],
      clock: createServerClock(() => 0),
    });

  it("keeps what is selected, under its new name, and drops a need that no seat has any more", () => {
    picker.toggle(at("C-3"));
    picker.update((selection) => toggleNeed(toggleType(setParty(selection, 2), 1), "companion"));
    const after = relabeled();
    after.continueFrom(picker);
    after.apply(mapWith({}));
    const { seats, party, keptTypes, needs } = after.selection.read();
    expect(seats.map((seat) => nameInHall(after, seat))).toEqual(["Stalls, Row CC, seat 3"]);
    expect([party, [...keptTypes], [...needs]]).toEqual([2, [1], []]);
    expect(after.stateOf(at("C-3"))).toBe("selected");
  });

  it("still notices that someone took a selected seat meanwhile", () => {
    picker.toggle(at("C-3"));
    const after = relabeled();
    after.continueFrom(picker);
    after.apply(mapWith({ "C-3": "b" }));
    expect([after.selection.read().seats, after.isLost(at("C-3"))]).toEqual([[], true]);
  });
});

describe("an offer", () => {
  it("goes with what is selected now: another seat of the visitor's changes it", () => {
    const offered = () => picker.idsOf(picker.selection.read().lost?.alternatives ?? []);
    picker.toggle(at("C-3"));
    picker.apply(mapWith({ "C-3": "b" }));
    expect(offered()).toEqual(["C-2"]);
    picker.toggle(at("C-6"));
    expect(offered()).toEqual(["C-5"]);
    picker.toggle(at("C-6"));
    expect(offered()).toEqual(["C-2"]);
  });
});

describe("selecting", () => {
  it("selects nothing while the sale is not open, and still removes", () => {
    picker.toggle(at("A-2"));
    picker.locked = true;
    picker.toggle(at("A-1"));
    expect(selected()).toEqual(["A-2"]);
    picker.toggle(at("A-2"));
    expect(selected()).toEqual([]);
  });

  it("redraws the seats that a change touches and no other", () => {
    picker.toggle(at("A-1"));
    picker.toggle(at("A-1"));
    expect(patched).toEqual(["A-1", "A-1"]);
  });

  it("previews the seats of a party, and no longer once they are selected", () => {
    picker.update((selection) => setParty(selection, 3));
    picker.preview(at("C-2"));
    expect(picker.isPreviewed(at("C-3"))).toBe(true);
    picker.toggle(at("C-2"));
    expect(selected()).toEqual(["C-1", "C-2", "C-3"]);
    expect(picker.previewed).toEqual([]);
  });

  it("dims other types, hides none and redraws no seat", () => {
    let filters = 0;
    picker.onFilter(() => filters++);
    picker.update((selection) => toggleType(selection, 0));
    expect([picker.isDimmed(at("A-1")), picker.isDimmed(at("C-1"))]).toEqual([false, true]);
    expect(picker.stateOf(at("C-1"))).toBe("available");
    picker.update(showAllSeats);
    expect([picker.isDimmed(at("C-1")), filters, patched]).toEqual([false, 2, []]);
  });

  it("redraws the seats around which a party has no place, and those that get one", () => {
    picker.update((selection) => setParty(selection, 4));
    expect(patched.splice(0)).toEqual(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6"]);
    picker.apply(mapWith({ "C-3": "b" }));
    expect(patched.splice(0).sort()).toEqual(["C-1", "C-2", "C-3", "C-4", "C-5", "C-6"]);
    picker.update((selection) => setParty(selection, 3));
    expect(patched.sort()).toEqual(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "C-4", "C-5", "C-6"]);
  });

  it("asks no more about a dimmed seat that someone took", () => {
    picker.update((selection) => toggleType(selection, 0));
    picker.toggle(at("C-1"));
    expect(picker.selection.read().notice?.kind).toBe("asks");
    picker.apply(mapWith({ "C-1": "b" }));
    expect(picker.selection.read().notice).toBeNull();
  });
});

describe("the visitor's own seats", () => {
  it("are theirs at once, leave the selection, and are lost to no map that shows them held", () => {
    picker.toggle(at("C-1"));
    picker.toggle(at("C-2"));
    picker.setOwn(["C-1", "C-2"]);
    expect([picker.stateOf(at("C-1")), selected()]).toEqual(["yours", []]);
    picker.apply(mapWith({ "C-1": "h", "C-2": "h" }));
    expect([picker.stateOf(at("C-2")), picker.selection.read().lost]).toEqual(["yours", null]);
  });

  it("redraw exactly what became theirs or stopped being so", () => {
    picker.setOwn(["A-1", "A-2"]);
    picker.setOwn(["A-1", "A-2"]);
    expect(patched).toEqual(["A-1", "A-2"]);
    picker.setOwn(["A-2", "A-3"]);
    expect(patched.slice(2)).toEqual(["A-1", "A-3"]);
    expect(["A-1", "A-2", "A-3"].map((id) => picker.stateOf(at(id)))).toEqual(["available", "yours", "yours"]);
  });

  it("can't be selected", () => {
    picker.setOwn(["A-1"]);
    picker.toggle(at("A-1"));
    expect([picker.isFree(at("A-1")), selected()]).toEqual([false, []]);
  });
});
