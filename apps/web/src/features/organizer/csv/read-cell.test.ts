import { expect, test } from "vitest";
import { readDecimal, readFlag } from "./read-cell";

test.each(["yes", "Ja", "OUI", "x", "1", "true", "Sí", "si", "✓"])("%s is yes", (cell) => {
  expect(readFlag(cell)).toBe(true);
});
test.each(["", "no", "Nein", "non", "0", "FALSE", "-"])("%j is no", (cell) => {
  expect(readFlag(cell)).toBe(false);
});
test.each(["maybe", "2", "yes and no"])("%s is neither", (cell) => {
  expect(readFlag(cell)).toBeNull();
});

test.each([
  ["5.5", 5.5],
  ["5,5", 5.5],
  ["-2,75", -2.75],
  ["−3", -3],
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1 234,5", 1234.5],
  ["1'234.5", 1234.5],
  ["1,2E+03", 1200],
  ["+7", 7],
])("%s is %d", (cell, value) => {
  expect(readDecimal(cell)).toBe(value);
});
test.each(["", "five", "1.2.3", "1,2,3", "5 m", "Infinity", "0x10"])("%j is no number", (cell) => {
  expect(readDecimal(cell)).toBeNull();
});
