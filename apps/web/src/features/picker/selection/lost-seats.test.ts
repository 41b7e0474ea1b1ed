import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { moveToLost, returnRefused, suggestAlternatives, takeAlternatives } from "./lost-seats";
import { toggleNeed, toggleType } from "./seat-filter";
import { emptySelection, type Selection } from "./selection";

const hall = openHall(twoSections);
const seats = (...ids: string[]) => ids.map((id) => hall.indexOf.get(id) ?? -1);
const idsOf = (indexes: readonly number[] = []) => indexes.map((seat) => hall.ids[seat]);
const withTaken = (...ids: string[]) => ({
  hall,
  seatLimit: 10,
  prices: [1000, 500],
  isFree: (seat: number) => !seats(...ids).includes(seat),
});
const selecting = (...ids: string[]): Selection => ({ ...emptySelection, seats: seats(...ids) });

describe("moveToLost", () => {
  it("keeps the other seats and offers the nearest ones that go with them", () => {
    const after = moveToLost(selecting("C-3", "C-4"), seats("C-3"), withTaken("C-3"));
    expect([idsOf(after.seats), idsOf(after.lost?.seats), idsOf(after.lost?.alternatives)]).toEqual([
      ["C-4"],
      ["C-3"],
      ["C-5"],
    ]);
  });

  it("adds to what was lost before", () => {
    const once = moveToLost(selecting("C-3", "C-4"), seats("C-3"), withTaken("C-3"));
    const twice = moveToLost(once, seats("C-4"), withTaken("C-3", "C-4"));
    expect([idsOf(twice.seats), idsOf(twice.lost?.seats)]).toEqual([[], ["C-3", "C-4"]]);
    expect(twice.lost?.alternatives).toHaveLength(2);
  });
});

describe("what is offered while something is looked for", () => {
  const offered = (selection: Selection, taken: string) =>
    idsOf(moveToLost(selection, seats(taken), withTaken(taken)).lost?.alternatives);

  it("matches, and is nothing where no other seat does", () => {
    const companion = toggleNeed(selecting("SA-1"), "companion");
    expect(offered(selecting("SA-1"), "SA-1")).toEqual(["SA-2"]);
    expect(offered(companion, "SA-1")).toEqual([]);
    expect(offered({ ...selecting("C-3"), priceMax: 500 }, "C-3")).toEqual(["C-2"]);
  });

  it("need not match where the lost seat did not either", () => {
    expect(offered(toggleType(selecting("C-3"), 0), "C-3")).toEqual(["C-2"]);
  });

  it("is not what the server offers where that does not match", () => {
    const refused = returnRefused(
      toggleNeed(emptySelection, "full_view"),
      { requested: seats("SA-3"), taken: seats("SA-3"), alternatives: seats("SA-2") },
      withTaken("SA-3"),
    );
    expect(idsOf(refused.lost?.alternatives)).toEqual(["SA-4"]);
  });
});

describe("suggestAlternatives", () => {
  it("leaves an offer alone while it is free, and makes another when it is not", () => {
    const lost = moveToLost(selecting("C-3"), seats("C-3"), withTaken("C-3"));
    expect(suggestAlternatives(lost, withTaken("C-3"))).toBe(lost);
    const [offered = ""] = idsOf(lost.lost?.alternatives);
    const next = suggestAlternatives(lost, withTaken("C-3", offered ?? ""));
    expect(next.lost?.alternatives).toHaveLength(1);
    expect(idsOf(next.lost?.alternatives)).not.toContain(offered);
  });

  it("does nothing where nothing was lost", () => {
    expect(suggestAlternatives(emptySelection, withTaken())).toBe(emptySelection);
  });
});

describe("takeAlternatives", () => {
  it("adds them to the selection, without those that went meanwhile", () => {
    const lost = { seats: seats("C-3", "C-4"), alternatives: seats("C-1", "C-2"), replacesAll: false };
    const after = takeAlternatives({ ...selecting("A-1"), lost }, withTaken("C-1"));
    expect([idsOf(after.seats), after.lost]).toEqual([["A-1", "C-2"], null]);
  });

  it("replaces the selection where the offer is for all of it", () => {
    const lost = { seats: seats("C-3"), alternatives: seats("B-1", "B-2"), replacesAll: true };
    expect(idsOf(takeAlternatives({ ...selecting("C-4"), lost }, withTaken()).seats)).toEqual(["B-1", "B-2"]);
  });
});

describe("returnRefused", () => {
  it("returns the seats that nobody took and offers what the server proposes for all", () => {
    const conflict = { requested: seats("C-1", "C-2"), taken: seats("C-1"), alternatives: seats("B-1", "B-2") };
    const after = returnRefused(emptySelection, conflict, withTaken("C-1"));
    expect(idsOf(after.seats)).toEqual(["C-2"]);
    expect(after.lost).toEqual({ seats: seats("C-1"), alternatives: seats("B-1", "B-2"), replacesAll: true });
  });

  it("looks for alternatives where the server proposes none", () => {
    const conflict = { requested: seats("C-1", "C-2"), taken: seats("C-1"), alternatives: [] };
    const after = returnRefused(emptySelection, conflict, withTaken("C-1"));
    expect([idsOf(after.lost?.alternatives), after.lost?.replacesAll]).toEqual([["C-3"], false]);
  });
});
