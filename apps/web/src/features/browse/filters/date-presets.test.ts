import { expect, test } from "vitest";
import { nextMonth, thisWeek, thisWeekend } from "./date-presets";

test.each([
  ["2027-01-11", "2027-01-17"],
  ["2027-01-14", "2027-01-17"],
  ["2027-01-17", "2027-01-17"],
])("the week of %s ends on Sunday %s", (today, to) => {
  expect(thisWeek(today)).toEqual({ from: today, to });
});

test.each([
  ["2027-01-11", "2027-01-15", "2027-01-17"],
  ["2027-01-15", "2027-01-15", "2027-01-17"],
  ["2027-01-16", "2027-01-16", "2027-01-17"],
  ["2027-01-17", "2027-01-17", "2027-01-17"],
  ["2026-12-30", "2027-01-01", "2027-01-03"],
])("on %s the weekend runs from %s to %s", (today, from, to) => {
  expect(thisWeekend(today)).toEqual({ from, to });
});

test("the next thirty days can cross the end of February", () => {
  expect(nextMonth("2027-02-14")).toEqual({ from: "2027-02-14", to: "2027-03-16" });
});
