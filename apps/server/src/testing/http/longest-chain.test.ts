import { expect, it } from "vitest";
import { longestChain } from "./longest-chain.ts";

const span = (name: string, began: number, ended: number | null) => ({ name, began, ended });
const names = (...[spans, until]: Parameters<typeof longestChain<ReturnType<typeof span>>>) =>
  longestChain(spans, until).map(({ name }) => name);

it("counts what begins after another ended", () => {
  expect(names([span("a", 1, 2), span("b", 3, 4), span("c", 5, 6)], 9)).toEqual(["a", "b", "c"]);
});

it("counts once what runs together", () => {
  expect(names([span("a", 1, 4), span("b", 2, 5), span("c", 3, 6)], 9)).toHaveLength(1);
});

it("prefers many short ones to a long one beside them", () => {
  expect(names([span("long", 1, 8), span("a", 2, 3), span("b", 4, 5), span("c", 6, 7)], 9)).toEqual(["a", "b", "c"]);
});

it("leaves out what nobody waited for", () => {
  expect(names([span("a", 1, 2), span("late", 3, 7), span("under way", 4, null)], 6)).toEqual(["a"]);
});

it("is empty where nothing was asked", () => {
  expect(names([], 9)).toEqual([]);
});
