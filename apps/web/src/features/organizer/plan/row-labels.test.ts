import { describe, expect, test } from "vitest";
import { listLabels, nextLabel } from "./row-labels";

const list = (first: string, last: string) => {
  const range = listLabels(first, last);
  return "labels" in range ? range.labels.join(" ") : range.field;
};

describe("rows from one label to another", () => {
  test.each([
    ["A", "D", "A B C D"],
    ["Y", "AB", "Y Z AA AB"],
    ["8", "11", "8 9 10 11"],
    [" c ", "e", "c d e"],
    ["AZ", "BA", "AZ BA"],
    ["0", "2", "0 1 2"],
    ["08", "11", "08 09 10 11"],
    ["Box 9", "Box 10", "Box 9 Box 10"],
    ["Е", "З", "Е Ж З"],
    ["Π", "Τ", "Π Ρ Σ Τ"],
  ])("%s to %s", (first, last, labels) => {
    expect(list(first, last)).toBe(labels);
  });

  test.each(["K", "Ä", "Ж", "12bis", "Royal Box", ""])("a single row may be called %j", (label) => {
    expect(listLabels(label, ` ${label}`)).toEqual({ labels: [label] });
  });

  test.each([
    ["", "C", "first_row"],
    ["A", "", "last_row"],
    ["AAA", "AAB", "last_row"],
    ["A", "3", "last_row"],
    ["A", "c", "last_row"],
    ["A", "Ж", "last_row"],
    ["Box 1", "Loge 3", "last_row"],
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
  ["Box 3", "Box 4"],
  ["Ж", "З"],
  ["Я", "A"],
  ["Ä", "A"],
  ["?", "A"],
])("after %s comes %j", (label, next) => {
  expect(nextLabel(label)).toBe(next);
});
