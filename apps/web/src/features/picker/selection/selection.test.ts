import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import {
  addFreeSeats,
  changedSeats,
  emptySelection,
  findBlock,
  removeSeats,
  type Selection,
  setParty,
  toggleSeat,
  toggleType,
} from "./selection";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const idsOf = ({ seats }: Selection) => seats.map((seat) => hall.ids[seat]);
const rulesWith = ({ seatLimit = 10, taken = [] as string[] } = {}) => ({
  hall,
  seatLimit,
  isFree: (seat: number) => !taken.includes(hall.ids[seat] ?? ""),
});
const rules = rulesWith();
const select = (ids: string[], limits = rules, from = emptySelection) =>
  ids.reduce((selection, id) => toggleSeat(selection, at(id), limits), from);

describe("toggleSeat", () => {
  it("selects and removes, and leaves alone what is taken", () => {
    const taken = rulesWith({ taken: ["A-2"] });
    expect(idsOf(select(["A-1", "A-2"], taken))).toEqual(["A-1"]);
    expect(idsOf(select(["A-1", "A-1"], taken))).toEqual([]);
  });

  it("seats a party side by side, and moves it whole to the next click", () => {
    const seated = select(["C-2"], rules, setParty(emptySelection, 3));
    expect(idsOf(seated)).toEqual(["C-1", "C-2", "C-3"]);
    expect(idsOf(toggleSeat(seated, at("B-2"), rules))).toEqual(["B-3", "B-2", "B-1"]);
  });

  it("selects the clicked seat alone and says so where the party does not fit", () => {
    const selection = select(["A-2"], rules, setParty(emptySelection, 4));
    expect(idsOf(selection)).toEqual(["A-2"]);
    expect(selection.notice).toEqual({ kind: "not_adjacent", count: 4 });
  });

  it.each([4, 10, 20])("stops at a limit of %i seats and says so", (seatLimit) => {
    const limited = rulesWith({ seatLimit });
    const full = select(hall.ids.slice(0, seatLimit), limited);
    expect([full.seats.length, full.notice]).toEqual([seatLimit, null]);
    const beyond = toggleSeat(full, seatLimit, limited);
    expect([beyond.seats.length, beyond.notice]).toEqual([seatLimit, { kind: "limit" }]);
  });
});

describe("findBlock", () => {
  it("asks for the seats that the party still lacks", () => {
    const selection = setParty(select(["C-1"]), 3);
    expect(findBlock(selection, at("C-4"), rules)?.map((seat) => hall.ids[seat])).toEqual(["C-4", "C-5"]);
  });

  it("asks for those that join the seats which the party has, where there are any", () => {
    const selection = setParty(select(["C-1"]), 3);
    expect(findBlock(selection, at("C-3"), rules)?.map((seat) => hall.ids[seat])).toEqual(["C-2", "C-3"]);
  });
});

describe("addFreeSeats", () => {
  it("adds those that are free, up to the limit", () => {
    const before = select(["A-1"]);
    const seats = ["A-1", "A-2", "C-3", "C-4"].map(at);
    expect(idsOf(addFreeSeats(before, seats, rulesWith({ taken: ["A-2"] })))).toEqual(["A-1", "C-3", "C-4"]);
    expect(idsOf(addFreeSeats(before, seats, rulesWith({ seatLimit: 2 })))).toEqual(["A-1", "A-2"]);
  });
});

describe("changedSeats", () => {
  it("names what is drawn otherwise: selected, removed or lost, and all seats where types are dimmed", () => {
    const before = select(["A-1", "A-2"]);
    const after = removeSeats(before, [at("A-1")]);
    expect([...changedSeats(before, after, hall)]).toEqual([at("A-1")]);
    const lost = { seats: [at("B-1")], alternatives: [], replacesAll: false };
    expect([...changedSeats(after, { ...after, lost }, hall)]).toEqual([at("B-1")]);
    expect([...changedSeats(before, toggleType(before, 0), hall)]).toHaveLength(hall.ids.length);
  });
});
