import { expect, test } from "vitest";
import { findSurplus } from "./kept-bounds";

const page = (at: number, bytes: number) => ({ at, bytes, until: Number.POSITIVE_INFINITY });

test("of many pages the twelve kept last stay", () => {
  const pages = Array.from({ length: 15 }, (_, at) => page(at, 1_000));
  expect(findSurplus(pages).map(({ at }) => at)).toEqual([2, 1, 0]);
});

test("of large pages those stay that fit together, the last kept first", () => {
  expect(findSurplus([page(1, 600_000), page(2, 700_000), page(3, 700_000)]).map(({ at }) => at)).toEqual([1]);
});

test("a page that is too large alone is not kept, and pushes out no other", () => {
  expect(findSurplus([page(1, 100_000), page(2, 1_600_000)]).map(({ at }) => at)).toEqual([2]);
});
