import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../lib/run.mjs";
import { checkExports } from "./check-exports.mjs";

test("each package exports what others import, and nothing else", () => {
  expect(checkExports(root)).toEqual([]);
});

/** What is wrong in a tree whose package core exports these entries. */
function checkIn(entries, files) {
  const tree = mkdtempSync(join(tmpdir(), "evently-exports-"));
  const exports = Object.fromEntries(entries.map((entry) => [entry, {}]));
  const all = { "packages/core/package.json": JSON.stringify({ name: "@evently/core", exports }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const faults = checkExports(tree);
  rmSync(tree, { recursive: true });
  return faults;
}

test("an entry that only its own package uses is unused", () => {
  const files = { "packages/core/src/hold.test.ts": 'import "@evently/core/hold";' };
  expect(checkIn(["./hold"], files)).toEqual(["@evently/core exports ./hold, which no other package imports"]);
});

test("an import without an entry is named, a type's and one at run time too", () => {
  const files = {
    "packages/api/package.json": '{ "name": "@evently/api" }',
    "packages/api/src/hold.ts": 'import type { Hold } from "@evently/core/hold";',
    "apps/server/src/main.ts": 'export const later = () => import("@evently/core/hold/place-hold");',
  };
  expect(checkIn(["./hold"], files)).toEqual([
    "apps/server/src/main.ts imports ./hold/place-hold, which @evently/core does not export",
  ]);
});

test("an entry for every file is no entry for any", () => {
  const files = { "apps/server/src/main.ts": 'import "@evently/core/hold";' };
  expect(checkIn(["./*"], files)).toEqual([
    "@evently/core exports ./*, which no other package imports",
    "apps/server/src/main.ts imports ./hold, which @evently/core does not export",
  ]);
});

test("what is for tests is imported by tests alone", () => {
  const open = 'import { openCore } from "@evently/core/testing/open-core";';
  const files = {
    "apps/server/src/main.ts": open,
    "apps/server/src/main.test.ts": open,
    "apps/server/bench/hold.ts": open,
  };
  expect(checkIn(["./testing/*"], files)).toEqual([
    "apps/server/src/main.ts is no test, and imports what @evently/core has for tests",
  ]);
});
