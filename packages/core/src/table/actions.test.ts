import { describe, expect, it } from "vitest";
import { check, dynamicUpdate, put, remove, update } from "./actions.ts";
import type { Key } from "./keys.ts";
import type { Action, UpdateAction } from "./transact.ts";

const key = { pk: "a", sk: "a" };

describe("an update with expressions built at run time", () => {
  const action = {
    key,
    update: "SET #a = :a ADD #b :b",
    names: { "#a": "a", "#b": "b" },
    values: { ":a": 1, ":b": 2 },
  };

  it("is the same action if every name and value is used and given", () => {
    expect(dynamicUpdate(action)).toBe(action);
    expect(() => dynamicUpdate({ key, update: "REMOVE a" })).not.toThrow();
    expect(() => dynamicUpdate({ ...action, condition: "#a = :a" })).not.toThrow();
  });

  it.each([
    ["a missing value", { values: { ":a": 1 } }, ":b"],
    ["a surplus value", { values: { ...action.values, ":c": 3 } }, ":c"],
    ["a missing name", { names: { "#a": "a" } }, "#b"],
    ["a surplus name", { names: { ...action.names, "#c": "c" } }, "#c"],
    ["a value that only the condition lacks", { condition: "n = :read" }, ":read"],
    ["a name that only begins like another", { names: { "#a": "a", "#bb": "b" } }, "#b, #bb"],
  ])("is refused with %s", (_, change, wrong) => {
    expect(() => dynamicUpdate({ ...action, ...change })).toThrow(`differ in ${wrong}:`);
  });
});

/** Never run: each line below a directive is an error to the compiler, and the directive is one where it is not. */
export function refusedByTheCompiler(text: string): (Action | UpdateAction)[] {
  const names = { "#state": "state" };
  const free = "(state = :free OR ends_at < :now)";
  const tooMany = { ":a": 1, ":b": 2 };
  return [
    // What is right compiles.
    update({ key, update: "REMOVE a" }),
    update({ key, update: "SET #state.x = :a, b = list_append(b, :b)", names, values: tooMany }),
    update({ key, update: "SET a = :a", condition: `b = :a AND ${free}`, values: { ":a": 1, ":free": 1, ":now": 1 } }),
    put({ put: { ...key, text }, condition: "attribute_not_exists(pk)" }),
    check({ check: key, condition: "#state IN (:a, :b)", names, values: tooMany }),

    // A value that is missing.
    // @ts-expect-error
    update({ key, update: "SET a = :a" }),
    // @ts-expect-error
    update({ key, update: "SET a = :a, b = :b", values: { ":a": 1 } }),
    // @ts-expect-error
    update({ key, update: "SET a = :a", condition: `b = :a AND ${free}`, values: { ":a": 1, ":now": 1 } }),
    // @ts-expect-error
    update({ key, update: "SET a = if_not_exists(a, :a)", values: {} }),
    // @ts-expect-error
    put({ put: key, condition: "a < :now" }),
    // @ts-expect-error
    remove({ remove: key, condition: "a = :a" }),
    // @ts-expect-error
    check({ check: key, condition: "a IN (:a, :b)", values: { ":a": 1 } }),

    // A value that nothing uses.
    // @ts-expect-error
    update({ key, update: "SET a = :a", values: { ":a": 1, ":b": 2 } }),
    // @ts-expect-error
    update({ key, update: "SET a = :a", values: tooMany }),
    // @ts-expect-error
    update({ key, update: "SET a = :a", values: { ...tooMany } }),
    // @ts-expect-error
    update({ key, update: "REMOVE a", values: { ":a": 1 } }),
    // @ts-expect-error
    put({ put: key, condition: "attribute_not_exists(pk)", values: { ":a": 1 } }),
    // @ts-expect-error
    remove({ remove: key, condition: "a = :a", values: tooMany }),

    // A name that is missing, or that nothing uses.
    // @ts-expect-error
    update({ key, update: "REMOVE #state" }),
    // @ts-expect-error
    update({ key, update: "REMOVE #state, #log", names }),
    // @ts-expect-error
    update({ key, update: "REMOVE a", names }),
    // @ts-expect-error
    update({ key, update: "REMOVE #state", names: { ...names, "#log": "log" } }),
    // @ts-expect-error
    check({ check: key, condition: "#status = :a", names, values: { ":a": 1 } }),

    // Expressions that the compiler does not know, and actions that went past it.
    // @ts-expect-error
    update({ key, update: `SET a = ${text}`, values: { ":a": 1 } }),
    // @ts-expect-error
    update({ key, update: text }),
    // @ts-expect-error
    { key, update: "REMOVE a" } satisfies UpdateAction,
    // @ts-expect-error
    { put: key, condition: "attribute_not_exists(pk)" } satisfies Action,
    // @ts-expect-error
    { check: { pk: "a", sk: "a" } satisfies Key, condition: "attribute_exists(pk)" } satisfies Action,
  ];
}
