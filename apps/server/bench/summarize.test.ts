import { expect, it } from "vitest";
import { divide, summarize, times } from "./summarize.ts";

const rounds = (perSecond: number[], took: number[], cpuMs: number | null = 4) =>
  perSecond.map((rate) => ({ perSecond: rate, took, cpuMs }));

it("compares the medians of the rounds, which one disturbed round does not move", () => {
  const ours = summarize(rounds([30, 900, 10, 20, 40], [2, 4, 6], 3));
  const theirs = summarize(rounds([60, 60, 60, 60, 1], [1, 2, 12], 6));
  expect(divide(ours, theirs)).toEqual({ perSecond: 0.5, p50: 2, p99: 0.5, cpuMs: 0.5 });
});

it("takes quantiles over what was done in all rounds", () => {
  const took = [Array(60).fill(1), Array(39).fill(5), [9]];
  const all = took.map((item) => ({ perSecond: 1, took: item, cpuMs: 1 }));
  expect(summarize(all)).toMatchObject({ p50: 1, p99: 5 });
});

it("knows no ratio of what is not known", () => {
  const { cpuMs } = divide(summarize(rounds([1], [1], null)), summarize(rounds([1], [1])));
  expect(times(cpuMs)).toBe("–");
  expect(times(0.916)).toBe("0.92 ×");
});
