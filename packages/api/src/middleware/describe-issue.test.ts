import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { describeIssue, toFaults } from "./describe-issue.ts";

const Seat = z.strictObject({
  row: z.string().check(z.regex(/^[A-Z]+$/, "capitals")),
  number: z.int().check(z.gte(1)),
});
const Input = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(5)),
  kind: z.enum(["draft", "published"]),
  open: z.boolean(),
  at: z.iso.date(),
  words: z.array(z.string()).check(z.maxLength(1)),
  prices: z.record(z.string(), z.int("a whole number of cents")),
  seats: z.array(Seat),
});
const right = {
  name: "abc",
  kind: "draft",
  open: true,
  at: "2027-01-14",
  words: ["a"],
  prices: { A: 1 },
  seats: [{ row: "A", number: 1 }],
};

function faultsOf(change: Record<string, unknown>) {
  const input = { ...right, ...change };
  const parsed = z.safeParse(Input, input, { error: describeIssue });
  return parsed.success ? [] : toFaults(parsed.error.issues, input);
}

describe("the faults of an input", () => {
  it("are none for valid input", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    [{ name: undefined }, "name", "missing: a string"],
    [{ name: 7 }, "name", "a string, not a whole number"],
    [{ name: 0.5 }, "name", "a string, not a number"],
    [{ name: null }, "name", "a string, not null"],
    [{ name: "" }, "name", "at least 1 character"],
    [{ name: "abcdef" }, "name", "at most 5 characters"],
    [{ kind: "gone" }, "kind", "one of: draft, published"],
    [{ kind: undefined }, "kind", "missing: one of: draft, published"],
    [{ open: "yes" }, "open", "true or false, not a string"],
    [{ at: "soon" }, "at", 'text of the form "date"'],
    [{ words: ["a", "b"] }, "words", "at most 1 entry"],
    [{ words: "a" }, "words", "a list, not a string"],
    [{ prices: [] }, "prices", "an object, not a list"],
    [{ prices: { A: "1" } }, "prices.A", "a whole number of cents, not a string"],
    [{ seats: [{ row: "a", number: 1 }] }, "seats.0.row", "capitals"],
    [{ seats: [{ row: "A", number: 0 }] }, "seats.0.number", "at least 1"],
    [{ seats: [{ row: "A", number: 1.5 }] }, "seats.0.number", "a whole number, not a number"],
    [{ seats: [{ row: "A" }] }, "seats.0.number", "missing: a number"],
  ])("%j: %s is %s", (change, path, message) => {
    expect(faultsOf(change)).toEqual([{ path, message }]);
  });

  it("list every unknown field with its own path", () => {
    expect(faultsOf({ nmae: "x", seats: [{ row: "A", number: 1, colour: "red", size: 2 }] })).toEqual([
      { path: "seats.0.colour", message: "unknown field" },
      { path: "seats.0.size", message: "unknown field" },
      { path: "nmae", message: "unknown field" },
    ]);
  });

  it("are a hundred at most", () => {
    expect(faultsOf({ seats: Array.from({ length: 300 }, () => ({ row: "a", number: 1 })) })).toHaveLength(100);
  });
});
