import { describe, expect, it } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { toggleNeed, toggleType } from "./seat-filter";
import {
  addFreeSeats,
  changedSeats,
  emptySelection,
  findBlock,
  pressSeat,
  removeSeats,
  type Selection,
  setParty,
  showAllSeats,
  toggleSeat,
  whyDimmed,
} from "./selection";

const hall = openHall(twoSections);
const at = (id: string) => hall.indexOf.get(id) ?? -1;
const idsOf = ({ seats }: Selection) => seats.map((seat) => hall.ids[seat]);
const rulesWith = ({ seatLimit = 10, taken = [] as string[] } = {}) => ({
  hall,
  seatLimit,
  prices: [1000, 500],
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

  it("selects the clicked seat alone where the party does not fit", () => {
    const selection = select(["A-2"], rules, setParty(emptySelection, 4));
    expect([idsOf(selection), selection.notice]).toEqual([["A-2"], null]);
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

describe("pressSeat", () => {
  const rear = toggleType(emptySelection, 1);
  const press = (selection: Selection, id: string) => pressSeat(selection, at(id), rules);

  it("takes a bright seat at once, and asks before a dimmed one", () => {
    expect(idsOf(press(rear, "C-1"))).toEqual(["C-1"]);
    const asked = press(rear, "A-1");
    expect([idsOf(asked), asked.notice]).toEqual([[], { kind: "asks", seat: at("A-1") }]);
    expect([idsOf(press(asked, "A-1")), press(asked, "A-1").notice]).toEqual([["A-1"], null]);
  });

  it("asks about each dimmed seat anew, and lets a selected one go without asking", () => {
    const asked = press(press(rear, "A-1"), "A-2");
    expect([idsOf(asked), asked.notice]).toEqual([[], { kind: "asks", seat: at("A-2") }]);
    expect(idsOf(press(toggleType(select(["A-1"]), 1), "A-1"))).toEqual([]);
  });

  it("asks where the party has no place, and then takes the one seat", () => {
    const asked = press(setParty(emptySelection, 4), "A-2");
    expect(asked.notice).toEqual({ kind: "asks", seat: at("A-2") });
    expect(idsOf(press(asked, "A-2"))).toEqual(["A-2"]);
  });

  it("seats a party on seats that all match", () => {
    const party = setParty(toggleNeed(emptySelection, "full_view"), 2);
    expect(idsOf(press(party, "SA-3"))).toEqual(["SA-3", "SA-4"]);
  });
});

describe("whyDimmed", () => {
  const isBright = (selection: Selection) => (_: unknown, seat: number) =>
    whyDimmed(selection, seat, rules).length === 0;
  const bright = (selection: Selection) => hall.ids.filter(isBright(selection));

  it("leaves the seats bright that are of a chosen type and meet every chosen need", () => {
    const rear = toggleType(emptySelection, 1);
    expect(bright(toggleNeed(rear, "companion"))).toEqual(["SA-1"]);
    expect(bright(toggleNeed(rear, "full_view"))).toHaveLength(8);
    expect(bright(toggleNeed(toggleNeed(rear, "companion"), "full_view"))).toEqual([]);
  });

  it("leaves the seats bright that cost no more than chosen", () => {
    expect(bright({ ...emptySelection, priceMax: 500 })).toEqual(bright(toggleType(emptySelection, 1)));
    expect(bright({ ...emptySelection, priceMax: 1000 })).toHaveLength(hall.ids.length);
  });

  it("leaves the seats bright that have a place for the party next to them", () => {
    expect(bright(setParty(emptySelection, 4))).toEqual(hall.ids.filter((id) => !id.startsWith("A-")));
  });

  it("names every reason", () => {
    const wanting = toggleNeed(toggleType({ ...emptySelection, priceMax: 500 }, 1), "companion");
    expect(whyDimmed(wanting, at("A-1"), rules)).toEqual([
      { by: "type" },
      { by: "price" },
      { by: "need", need: "companion" },
    ]);
  });

  it("dims nothing once all seats are shown again", () => {
    expect(bright(showAllSeats(toggleNeed(emptySelection, "companion")))).toHaveLength(hall.ids.length);
  });
});

describe("changedSeats", () => {
  it("names what is drawn otherwise: selected, removed or lost", () => {
    const before = select(["A-1", "A-2"]);
    const after = removeSeats(before, [at("A-1")]);
    expect(changedSeats(before, after)).toEqual([at("A-1")]);
    const lost = { seats: [at("B-1")], alternatives: [], replacesAll: false };
    expect(changedSeats(after, { ...after, lost })).toEqual([at("B-1")]);
    expect(changedSeats(before, toggleType(before, 0))).toEqual([]);
  });
});
