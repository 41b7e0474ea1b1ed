import { expect, it } from "vitest";
import * as z from "zod/mini";
import { page } from "./page.ts";

const Page = z.strictObject(page);

it("a list has fifty entries by default, and as many as a query string requests", () => {
  expect(Page.parse({})).toEqual({ limit: 50 });
  expect(Page.parse({ limit: "200", cursor: "abc" })).toEqual({ limit: 200, cursor: "abc" });
});

it.each([0, -1, 201, 1.5, "", "many", null, "1e9", "Infinity"])("never has %j entries", (limit) => {
  expect(Page.safeParse({ limit }).success).toBe(false);
});

it("a cursor is at most 600 characters", () => {
  expect(Page.safeParse({ cursor: "c".repeat(600) }).success).toBe(true);
  expect(Page.safeParse({ cursor: "c".repeat(601) }).success).toBe(false);
});
