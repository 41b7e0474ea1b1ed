import { describe, expect, it } from "vitest";
import { updated } from "./change.ts";
import { isTrue } from "./condition.ts";

const names = { "#a": "a:b", "#k": "k:1" };
const values = {
  ...{ ":one": 1, ":two": 2, ":word": "x", ":null": null, ":list": ["z"], ":none": [] },
  ":set": new Set(["p", "q"]),
};
const item = { "a:b": 1, c: "x", n: 2, gone: null, list: ["y"], map: { "k:1": "x" }, set: new Set(["q"]) };

it.each([
  ["#a = :one", true],
  ["#a = :two", false],
  ["c = :word AND n >= :two", true],
  ["n < :two", false],
  ["n <= :two AND n > :one", true],
  ["missing < :two", false],
  ["missing <> :two AND c <> :two", true],
  ["c <> :word", false],
  ["c < :two", false],
  ["gone = :null", true],
  ["missing = :null", false],
  ["missing = :one OR #a = :one", true],
  ["attribute_exists(c) AND attribute_not_exists(missing)", true],
  ["attribute_not_exists(c) OR attribute_exists(missing)", false],
  ["c = :word AND (attribute_not_exists(n) OR n = :one)", false],
  ["#a = :two AND c = :word OR n = :two", true],
  ["map.#k = :word AND attribute_not_exists(map.c)", true],
  ["n IN (:one, :two)", true],
  ["n IN (:one)", false],
  ["size(list) = :one AND size(map) = :one AND size(set) < :two", true],
])("%s is %s", (expression, holds) => {
  expect(isTrue({ expression, names, values }, item)).toBe(holds);
});

const change = (expression: string) => updated({ expression, names, values }, item);

describe("an update", () => {
  it.each<[string, Record<string, unknown>]>([
    ["SET c = :one, d = :word ADD #a :two, e :one", { "a:b": 3, c: 1, d: "x", e: 1 }],
    ["SET n = if_not_exists(n, :one) + :two, m = if_not_exists(m, :one)", { n: 4, m: 1 }],
    ["SET list = list_append(if_not_exists(list, :none), :list)", { list: ["y", "z"] }],
    ["SET other = list_append(if_not_exists(other, :none), :list)", { other: ["z"] }],
    ["SET map.#k = :one, n = c", { map: { "k:1": 1 }, n: "x" }],
    ["ADD set :set, other :set", { set: new Set(["q", "p"]), other: new Set(["p", "q"]) }],
    ["REMOVE map.#k", { map: {} }],
  ])("%s", (expression, changed) => {
    const before = structuredClone(item);
    expect(change(expression)).toEqual({ ...item, ...changed });
    expect(item).toEqual(before);
  });

  it("removes attributes, and a set with its last entry", () => {
    const { c: _, n: __, set: ___, ...rest } = item;
    expect(change("REMOVE c, n DELETE set :set")).toEqual(rest);
  });
});

it.each([
  "contains(c, :word)",
  "NOT c = :word",
  "c = :word XOR n = :one",
  "(c = :word",
  "c =",
  "c = :unknown",
  "#x = :one",
])("throws on an unsupported condition: %s", (expression) => {
  expect(() => isTrue({ expression, names, values }, item)).toThrow("not understood");
});

it.each([
  "REMOVE c = :one",
  "DELETE c",
  "SET c :one",
  "ADD n = :one",
  "SET c = missing",
  "ADD c :one",
  "SET map.x.y = :one",
])("nor is an update: %s", (expression) => {
  expect(() => change(expression)).toThrow(/not understood|no map/);
});
