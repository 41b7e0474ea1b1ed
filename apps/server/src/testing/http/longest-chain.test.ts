import { expect, it } from "vitest";
import { longestChain } from "./longest-chain.ts";

const span = (name: string, began: number, ended: number | null) => ({ name, began, ended });
const names = (...[spans, until]: Parameters<typeof longestChain<ReturnType<typeof span>>>) =>
  longestChain(spans, until).map(({ name }) => name);

it("counts spans that begin after another ended", () => {
  expect(names([span("a", 1, 2), span("b", 3, 4), span("c", 5, 6)], 9)).toEqual(["a", "b", "c"]);
});

it("counts parallel spans once", () => {
  expect(names([span("a", 1, 4), span("b", 2, 5), span("c", 3, 6)], 9)).toHaveLength(1);
});

it("prefers many short spans to a parallel long one", () => {
  expect(names([span("long", 1, 8), span("a", 2, 3), span("b", 4, 5), span("c", 6, 7)], 9)).toEqual(["a", "b", "c"]);
});

it("excludes spans still running", () => {
  expect(names([span("a", 1, 2), span("late", 3, 7), span("under way", 4, null)], 6)).toEqual(["a"]);
});

it("is empty without spans", () => {
  expect(names([], 9)).toEqual([]);
});
