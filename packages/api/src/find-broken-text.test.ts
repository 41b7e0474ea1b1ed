import { expect, it } from "vitest";
import { findBrokenText } from "./find-broken-text.ts";

it.each([
  ["text of whole characters", { name: "Dvořák 🎻", tags: ["𝄞"], none: null, n: 1, yes: true }, []],
  ["the first half of a character", { name: "a\ud834" }, ["name"]],
  ["the second half", { name: "\udd1ea" }, ["name"]],
  ["halves in the wrong order", { name: "\udd1e\ud834" }, ["name"]],
  ["one within a list", { seats: [{ row: "A" }, { row: "\ud800" }] }, ["seats.1.row"]],
  ["one in a field's name", { prices: { "\ud800": 1 }, name: "\ud800" }, ["prices.\ud800", "name"]],
  ["one that is all there is", "\ud800", [""]],
  ["nothing at all", undefined, []],
] as [string, unknown, string[]][])("finds %s", (_, input, paths) => {
  expect(findBrokenText(input)).toEqual(paths);
});
