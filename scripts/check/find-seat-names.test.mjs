// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../lib/run.mjs";
import { findSeatNames } from "./find-seat-names.mjs";
import { isCode, isForTests, listFiles } from "./list-files.mjs";

/** Names seats and rows, and the rows of a plan that is being typed, which has no seats yet. */
const allowed = [
  "packages/core/src/seat/name-seats.rules.ts",
  "apps/web/src/features/hall/name-in-hall.ts",
  "apps/web/src/features/organizer/plan/block-card.tsx",
  "apps/web/src/features/organizer/plan/find-plan-faults.ts",
];

/** About keys and numbers of seats, which only a developer reads. */
const keyed = [
  "packages/core/src/layout/add-venue-seats.ts",
  "packages/core/src/venue/change-seats.rules.ts",
  "packages/core/src/audit/audit.ts",
];

test.each([
  ["const name = `Row ${row_label}`;", [1]],
  ["// a seat\nconst name = `${section}, seat ${seat.seat_label}`;", [2]],
  ["const name = `seat ${labels[0]} in row ${row}`;", [1]],
  ["const style = `seat ${typeClass(type)}`;", []],
  ["const name = nameSeat(seat);", []],
])("%s names a seat by itself on lines %j", (text, lines) => {
  expect(findSeatNames("page.tsx", text)).toEqual(lines);
});

test("a seat is named by name-seats.rules alone, in a hall by name-in-hall", () => {
  const folders = ["apps/web/src", "packages/core/src", "packages/api/src"];
  const paths = folders.flatMap((folder) => listFiles(join(root, folder)).map((path) => `${folder}/${path}`));
  const sources = paths.filter((path) => isCode(path) && !isForTests(path));
  const found = sources.filter((path) => findSeatNames(path, readFileSync(join(root, path), "utf8")).length > 0);
  expect(sources.length).toBeGreaterThan(300);
  expect(found.filter((path) => !allowed.includes(path) && !keyed.includes(path))).toEqual([]);
  for (const path of allowed) expect(found).toContain(path);
});
