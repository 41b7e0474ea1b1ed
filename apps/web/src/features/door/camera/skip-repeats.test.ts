import { expect, test } from "vitest";
import { skipRepeats } from "./skip-repeats";

test("a code that stays in sight is read once, however long it stays", () => {
  const isNew = skipRepeats();
  const seen = Array.from({ length: 100 }, (_, i) => isNew("a", i, false));
  expect(seen.filter(Boolean)).toHaveLength(1);
});

test("of two codes in one picture each is read once, and again after it was out of sight", () => {
  const isNew = skipRepeats();
  const seen = Array.from({ length: 40 }, (_, i) => isNew(i % 2 === 0 ? "a" : "b", i / 10, false));
  expect(seen).toEqual([true, true, ...Array.from({ length: 38 }, () => false)]);
  expect(["a", "b"].map((text) => isNew(text, 6.35, false))).toEqual([true, false]);
});

test("what comes into sight while another code is checked is read after it", () => {
  const isNew = skipRepeats();
  expect([isNew("a", 0, false), isNew("b", 0.1, true), isNew("a", 0.2, true), isNew("b", 0.3, false)]).toEqual([
    ...[true, false, false, true],
  ]);
});
