import { describe, expect, it } from "vitest";
import { isTrue, updated } from "./evaluate-expression.ts";

const names = { "#a": "a:b" };
const values = { ":one": 1, ":two": 2, ":word": "x" };
const item = { "a:b": 1, c: "x", n: 2 };

it.each([
  ["#a = :one", true],
  ["#a = :two", false],
  ["c = :word AND n >= :two", true],
  ["n < :two", false],
  ["missing < :two", false],
  ["missing = :one OR #a = :one", true],
  ["attribute_exists(c) AND attribute_not_exists(missing)", true],
  ["attribute_not_exists(c) OR attribute_exists(missing)", false],
  ["c = :word AND (attribute_not_exists(n) OR n = :one)", false],
  ["#a = :two AND c = :word OR n = :two", true],
])("%s is %s", (expression, holds) => {
  expect(isTrue({ expression, names, values }, item)).toBe(holds);
});

describe("an update", () => {
  it("sets and adds, also to missing attributes", () => {
    const expression = "SET c = :one, d = :word ADD #a :two, e :one";
    expect(updated({ expression, names, values }, item)).toEqual({ "a:b": 3, c: 1, d: "x", e: 1, n: 2 });
    expect(item["a:b"]).toBe(1);
  });
});

it.each(["c <> :word", "contains(c, :word)", "NOT c = :word", "c = :word XOR n = :one", "(c = :word"])(
  "throws on an unsupported condition: %s",
  (expression) => {
    expect(() => isTrue({ expression, names, values }, item)).toThrow("not understood");
  },
);

it("an update removes attributes", () => {
  const expression = "SET d = :word REMOVE #a, n";
  expect(updated({ expression, names, values }, item)).toEqual({ c: "x", d: "x" });
});

it.each(["REMOVE c = :one", "DELETE c", "SET c = if_not_exists(c, :one)", "SET c :one", "ADD n = :one"])(
  "nor is an update: %s",
  (expression) => {
    expect(() => updated({ expression, names, values }, item)).toThrow("not understood");
  },
);
