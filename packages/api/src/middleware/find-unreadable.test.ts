import { expect, it } from "vitest";
import { findUnreadable } from "./find-unreadable.ts";

const pathsOf = (input: unknown) => findUnreadable(input).map(({ path }) => path);
const nest = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

it.each([
  ["nothing in text of whole characters", { name: "Dvořák 🎻", tags: ["𝄞"], none: null, n: 1, yes: true }, []],
  ["the first half of a character", { name: "a\ud834" }, ["name"]],
  ["the second half", { name: "\udd1ea" }, ["name"]],
  ["halves in the wrong order", { name: "\udd1e\ud834" }, ["name"]],
  ["one within a list", { seats: [{ row: "A" }, { row: "\ud800" }] }, ["seats.1.row"]],
  ["one in a field's name", { prices: { "\ud800": 1 }, name: "\ud800" }, ["prices.\ud800", "name"]],
  ["one that is all there is", "\ud800", [""]],
  ["nothing at all", undefined, []],
] as [string, unknown, string[]][])("finds %s", (_, input, paths) => {
  expect(pathsOf(input)).toEqual(paths);
});

it("finds too deeply nested lists, and stops there", () => {
  expect(findUnreadable(nest(20))).toEqual([]);
  const path = Array(20).fill(0).join(".");
  expect(findUnreadable(nest(20_000))).toEqual([{ path, message: "at most 20 lists and objects within one another" }]);
});
