import { expect, test } from "vitest";
import { skipRepeats } from "./skip-repeats";

test("a code that stays in sight is read once, however long it stays", () => {
  const isNew = skipRepeats();
  const seen = Array.from({ length: 100 }, (_, i) => isNew("a", i));
  expect(seen.filter(Boolean)).toHaveLength(1);
});

test("another code is read at once, and the first again after it or after a pause", () => {
  const isNew = skipRepeats();
  expect([isNew("a", 0), isNew("b", 0.1), isNew("a", 0.2), isNew("a", 0.3), isNew("a", 2.9)]).toEqual([
    ...[true, true, true, false, true],
  ]);
});
