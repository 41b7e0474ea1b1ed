import { beforeEach, expect, it } from "vitest";
import { setParty } from "../selection/selection";
import { mapWith, openTestPicker } from "../testing/open-test-picker";
import { describeSeats, describeState, listSeats, seatName } from "./describe-seat";

let { picker, at } = openTestPicker();
const price = () => "US$10";

beforeEach(() => {
  ({ picker, at } = openTestPicker());
});

it("names a seat by its place, price and state", () => {
  expect(seatName(picker, at("A-1"), price)).toBe("Row A seat 1, Front, US$10, available, Stalls");
  picker.toggle(at("C-3"));
  picker.apply(mapWith({ "C-3": "b" }));
  expect(seatName(picker, at("C-3"), price)).toBe("Row C seat 3, Rear, US$10, taken, just taken, Stalls");
});

it("says what may become of a seat on hold", () => {
  picker.apply(mapWith({ "C-6": "h", "C-5": "h" }, { "C-6": 1042 }));
  expect(describeState(picker, at("C-6"))).toBe("On hold, may free up in 0:42");
  expect(describeState(picker, at("C-5"))).toBe("On hold");
});

it("adds to a seat's label how many a click takes", () => {
  const words = describeSeats(picker, price);
  expect(words.labelOf(at("A-1"))).toEqual(["Row A seat 1", "Front · Stalls · US$10", "Available"]);
  picker.update((selection) => setParty(selection, 2));
  picker.preview(at("A-1"));
  expect(words.labelOf(at("A-1"))[1]).toBe("Front · Stalls · US$10 · 2 together");
});

it("lists seats as people say them", () => {
  expect(listSeats(picker, [at("B-1"), at("B-2")])).toBe("B-1 and B-2");
  expect(listSeats(picker, [at("B-1"), at("B-2"), at("C-1")])).toBe("B-1, B-2 and C-1");
});
