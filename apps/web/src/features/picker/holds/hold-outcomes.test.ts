import { beforeEach, describe, expect, it } from "vitest";
import { createServerClock } from "~/features/clock/server-clock";
import { nameAllInHall } from "~/features/hall/name-in-hall";
import { Picker } from "../picker";
import { describeNotice } from "../selection/describe-notice";
import { takeAlternatives } from "../selection/lost-seats";
import { holdOn, mapWith, openTestPicker } from "../testing/open-test-picker";
import { applyConflict, applyExpiry, applyFailure, applyNewPrices, applyRelease } from "./hold-outcomes";

const asked = ["C-1", "C-2"];
let { picker, at, selected } = openTestPicker();

/** Two seats are selected and sent to be held. */
beforeEach(() => {
  ({ picker, at, selected } = openTestPicker());
  for (const id of asked) picker.toggle(at(id));
  picker.setOwn(asked);
});

describe("a hold that is refused because of one seat", () => {
  beforeEach(() => {
    applyConflict(picker, asked, { seats: ["C-1"], alternatives: [["B-1", "B-2"]] });
    picker.setOwn([]);
  });

  it("marks exactly that seat, keeps the other, and offers others for both", () => {
    expect(selected()).toEqual(["C-2"]);
    expect([picker.stateOf(at("C-1")), picker.isLost(at("C-1"))]).toEqual(["held", true]);
    expect(picker.isLost(at("C-2"))).toBe(false);
    expect(nameAllInHall(picker, picker.selection.read().lost?.alternatives ?? [])).toBe(
      "Stalls, Row B, seats 1 and 2",
    );
    expect(picker.freeByType.read()).toEqual([12, 9]);
  });

  it("selects what is offered in place of both", () => {
    picker.update(takeAlternatives);
    expect(selected()).toEqual(["B-1", "B-2"]);
  });
});

it("selects the seats again when there was no answer, beside what was selected meanwhile", () => {
  picker.toggle(at("A-1"));
  applyFailure(picker, "No answer.", asked);
  picker.setOwn([]);
  expect(selected()).toEqual(["A-1", "C-1", "C-2"]);
  expect(picker.stateOf(at("C-1"))).toBe("selected");
  expect(picker.selection.read().notice).toEqual({ kind: "failed", text: "No answer." });
});

it("says that the organizer released the seats, which stay selected", () => {
  picker.setOwn([]);
  applyExpiry(picker, holdOn(asked), "organizer");
  const { notice } = picker.selection.read();
  expect(selected()).toEqual(["C-1", "C-2"]);
  expect(notice && describeNotice(picker, notice)).toBe(
    "The organizer released Stalls, Row C, seats 1 and 2. The seats are still selected: hold them while they’re free.",
  );
});

it("keeps the seats selected when the hold runs out, though an older map still shows it", () => {
  picker.setOwn([]);
  applyExpiry(picker, holdOn(asked));
  picker.apply(mapWith({ "C-1": "h", "C-2": "h" }, { "C-1": 1180, "C-2": 1180 }));
  expect(selected()).toEqual(["C-1", "C-2"]);
  expect(picker.selection.read().notice?.kind).toBe("ended");
  picker.apply(mapWith({ "C-1": "h" }, { "C-1": 1400 }));
  expect(selected()).toEqual(["C-2"]);
});

it("selects no more seats of an ended hold than one hold may have", () => {
  ({ picker, at, selected } = openTestPicker({ seatLimit: 2 }));
  picker.toggle(at("A-1"));
  applyExpiry(picker, holdOn(asked));
  expect(selected()).toEqual(["A-1", "C-1"]);
});

it("lets released seats go, though an older map still shows the hold", () => {
  picker.apply(mapWith({ "C-1": "h", "C-2": "h" }, { "C-1": 1180, "C-2": 1180 }));
  picker.setOwn([]);
  applyRelease(picker, holdOn(asked));
  expect([picker.stateOf(at("C-1")), selected()]).toEqual(["available", []]);
  picker.apply(mapWith({ "C-1": "h", "C-2": "h" }, { "C-1": 1180, "C-2": 1180 }));
  expect(picker.stateOf(at("C-1"))).toBe("available");
  expect(picker.selection.read().notice).toEqual({ kind: "released", count: 2 });
});

describe("seats that cost something else than when they were chosen", () => {
  const sentence = "The price of Rear is now US$7; it was US$5 when you chose.";
  const noticeOf = () => describeNotice(picker, picker.selection.read().notice ?? { kind: "limit" });
  const linesAt = (price: number) => asked.map((seat) => ({ seat, seat_type: "Rear", price }));

  it("are named when they are held, and nothing is said where they cost the same", () => {
    applyNewPrices(picker, linesAt(500), "USD");
    expect(picker.selection.read().notice).toBeNull();
    applyNewPrices(picker, linesAt(700), "USD");
    expect(noticeOf()).toBe(sentence);
  });

  it("are named when the page learns of it before they are held", () => {
    const { hall, seatLimit } = picker;
    applyFailure(picker, "No answer.", asked);
    const renewed = new Picker({ hall, seatLimit, prices: [1000, 700], clock: createServerClock(() => 0) });
    renewed.continueFrom(picker);
    picker = renewed;
    expect(picker.linesOf(picker.selection.read().seats)).toEqual(linesAt(700));
    applyNewPrices(picker, linesAt(700), "USD");
    expect(noticeOf()).toBe(sentence);
  });

  it("are named when a hold at the old price ran out and they are held again", () => {
    picker.setOwn([]);
    picker.noteChosen(linesAt(700));
    applyExpiry(picker, holdOn(asked));
    applyNewPrices(picker, linesAt(700), "USD");
    expect(noticeOf()).toBe(sentence);
  });
});
