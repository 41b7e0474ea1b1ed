import { expect, test } from "vitest";
import { createFairLine } from "./fair-line";

test("visitors take turns, each with what they asked for first", () => {
  const line = createFairLine<string>(100);
  for (const item of ["a1", "a2", "a3", "b1", "c1", "a4", "b2"]) line.add(item.charAt(0), item);
  const order = Array.from({ length: 7 }, () => line.next());
  expect(order).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
  expect(line.next()).toBeUndefined();
});

test("whoever has most in a full line makes room for others, with what came last", () => {
  const line = createFairLine<string>(4);
  for (const item of ["a1", "a2", "a3", "a4"]) expect(line.add("a", item)).toBeNull();
  expect(line.add("a", "a5")).toBe("a5");
  expect(line.add("b", "b1")).toBe("a4");
  expect(line.add("c", "c1")).toBe("a3");
  expect(line.add("b", "b2")).toBe("b2");
  expect(Array.from({ length: 5 }, () => line.next())).toEqual(["a1", "b1", "c1", "a2", undefined]);
});

test("what is removed is not waited for", () => {
  const line = createFairLine<string>(2);
  line.add("a", "a1");
  line.add("b", "b1");
  line.remove("a", "a1");
  line.remove("a", "a1");
  expect(line.add("c", "c1")).toBeNull();
  expect([line.next(), line.next(), line.next()]).toEqual(["b1", "c1", undefined]);
});

test("what another one wants as well has its turn where fewer are before it", () => {
  const line = createFairLine<string>(100);
  for (const item of ["a1", "a2", "a3", "a4", "b1", "b2"]) line.add(item.charAt(0), item);
  expect(["b", "c", "a"].map((other) => line.lift("a", other, "a2"))).toEqual([false, true, false]);
  expect(line.lift("a", "b", "a4")).toBe(false);
  expect(line.lift("a", "d", "gone")).toBe(false);
  expect(Array.from({ length: 7 }, () => line.next())).toEqual(["a1", "b1", "a2", "a3", "b2", "a4", undefined]);
});
