import { readFileSync } from "node:fs";
import { errorRegistry } from "@evently/core/errors";
import { expect, it } from "vitest";
import { describeErrors } from "./describe-errors.ts";

it("docs/errors.md matches the error registry: update it with npm run errors", () => {
  expect(readFileSync(new URL("../../../../docs/errors.md", import.meta.url), "utf8")).toBe(describeErrors());
});

it("lists every code once with its meaning and details", () => {
  const page = describeErrors();
  for (const code of Object.keys(errorRegistry)) expect(page.split(`| \`${code}\` | `)).toHaveLength(2);
  expect(page).toContain("| `seats`: list of string, `alternatives`: list of list of string |");
  expect(page).toContain("| `sales_start`: string or null, `sales_end`: string or null |");
  expect(page).toContain("| `faults`: list of `Fault` |");
});
