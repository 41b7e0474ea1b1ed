import { beforeEach, expect, it } from "vitest";
import { setParty } from "../selection/selection";
import { mapWith, openTestPicker } from "../testing/open-test-picker";
import { describeSeats, describeState, seatName } from "./describe-seat";

let { picker, at } = openTestPicker();
const price = () => "US$10";

beforeEach(() => {
  ({ picker, at } = openTestPicker());
});

it("names a seat by its place, price and state", () => {
  expect(seatName(picker, at("A-1"), price)).toBe("Stalls, Row A, seat 1, Front, US$10, available");
  picker.toggle(at("C-3"));
  picker.apply(mapWith({ "C-3": "b" }));
  expect(seatName(picker, at("C-3"), price)).toBe("Stalls, Row C, seat 3, Rear, US$10, taken, just taken");
});

it("names a state as the map's key does", () => {
  picker.apply(mapWith({ "C-6": "h" }));
  expect(seatName(picker, at("C-6"), price)).toBe("Stalls, Row C, seat 6, Rear, US$10, on hold");
  picker.setOwn(["C-6"]);
  expect(seatName(picker, at("C-6"), price)).toBe("Stalls, Row C, seat 6, Rear, US$10, held for you");
});

it("says what may become of a seat on hold", () => {
  picker.apply(mapWith({ "C-6": "h", "C-5": "h" }, { "C-6": 1042 }));
  expect(describeState(picker, at("C-6"))).toBe("On hold, may free up in 0:42");
  expect(describeState(picker, at("C-5"))).toBe("On hold");
});

it("adds to a seat's label how many a click takes", () => {
  const words = describeSeats(picker, price);
  expect(words.labelOf(at("A-1"))).toEqual(["Stalls, Row A, seat 1", "Front · US$10", "Available"]);
  picker.update((selection) => setParty(selection, 2));
  picker.preview(at("A-1"));
  expect(words.labelOf(at("A-1"))[1]).toBe("Front · US$10 · 2 together");
});

it("says of a seat what is special about it, before it is taken", () => {
  const name = "Side, Row A, seat 1, Rear, US$10, available, Companion seat, Restricted view";
  expect(seatName(picker, at("SA-1"), price)).toBe(name);
  expect(describeSeats(picker, price).labelOf(at("SA-1"))[2]).toBe("Available · Companion seat · Restricted view");
});
