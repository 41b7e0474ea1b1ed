import { describe, expect, test } from "vitest";
import { listLabels, nameRow, nextLabel } from "./row-labels";

const list = (first: string, last: string) => {
  const range = listLabels(first, last);
  return "labels" in range ? range.labels.join(" ") : range.field;
};

describe("rows from one label to another", () => {
  test.each([
    ["A", "D", "A B C D"],
    ["Y", "AB", "Y Z AA AB"],
    ["8", "11", "8 9 10 11"],
    [" c ", "e", "C D E"],
    ["K", "K", "K"],
    ["AZ", "BA", "AZ BA"],
  ])("%s to %s", (first, last, labels) => {
    expect(list(first, last)).toBe(labels);
  });

  test.each([
    ["", "C", "first_row"],
    ["0", "3", "first_row"],
    ["AAA", "AAB", "first_row"],
    ["A", "3", "last_row"],
    ["D", "A", "last_row"],
    ["1", "101", "last_row"],
  ])("%s to %s is a fault of %s", (first, last, field) => {
    expect(list(first, last)).toBe(field);
  });
});

test.each([
  ["H", "I"],
  ["Z", "AA"],
  ["20", "21"],
  ["?", "A"],
])("after %s comes %s", (label, next) => {
  expect(nextLabel(label)).toBe(next);
});

test("names a row by section code and label, never starting with a digit", () => {
  expect([nameRow("BAL", "A"), nameRow("BAL", "12"), nameRow("", "A"), nameRow("", "12")]).toEqual([
    "BALA",
    "BAL12",
    "A",
    "R12",
  ]);
});
