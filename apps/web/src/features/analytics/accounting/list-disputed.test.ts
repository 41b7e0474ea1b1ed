import { expect, it } from "vitest";
import { listDisputed } from "./list-disputed";

it("says what is disputed by how it stands, what is not decided yet first, and nothing of what is not there", () => {
  expect(listDisputed({ open: 500, won: 0, lost: 4500 })).toEqual([
    ["not decided yet", 500],
    ["lost", 4500],
  ]);
  expect(listDisputed({ open: 0, won: 9000, lost: 0 })).toEqual([["won", 9000]]);
  expect(listDisputed({ open: 0, won: 0, lost: 0 })).toEqual([]);
});
