import { expect, test } from "vitest";
import { mergeDraft } from "./merge-draft";

type Draft = { name: string; prices: Record<string, string>; seed: number | null };
const before: Draft = { name: "Winter", prices: { Box: "85", Stalls: "55" }, seed: 7 };

test.each<[string, Partial<Draft>, Partial<Draft>, Partial<Draft>]>([
  ["untouched parts follow what was saved", {}, { name: "Spring" }, { name: "Spring" }],
  ["typed parts stay", { name: "Autumn" }, { name: "Spring" }, { name: "Autumn" }],
  [
    "of prices, each type follows by itself",
    { prices: { Box: "99", Stalls: "55" } },
    { prices: { Box: "85", Stalls: "60" } },
    { prices: { Box: "99", Stalls: "60" } },
  ],
  [
    "an entry that was taken away by the other one is gone",
    { name: "Autumn" },
    { prices: { Box: "85" } },
    { name: "Autumn", prices: { Box: "85" } },
  ],
  ["a part that was emptied by the other one is empty", {}, { seed: null }, { seed: null }],
])("%s", (_, typed, saved, merged) => {
  expect(mergeDraft(before, { ...before, ...typed }, { ...before, ...saved })).toEqual({ ...before, ...merged });
});
