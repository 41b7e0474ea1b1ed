import { expect, it } from "vitest";
import { partySizes } from "./party-sizes";

it.each([
  [1, [], []],
  [4, [2, 3, 4], []],
  [10, [2, 3, 4, 5, 6, 7, 8, 9, 10], []],
  [12, [2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12]],
])("offers every size that one hold of %i seats takes", (limit, buttons, listed) => {
  expect(partySizes(limit)).toEqual({ buttons, listed });
});
