import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCircles, readFolderImports } from "./find-circles.mjs";

let tree;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "evently-circles-"));
});
afterAll(() => rmSync(tree, { recursive: true }));

/** The circles of a folder whose files hold these texts. */
function circlesOf(name, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name, path)), { recursive: true });
    writeFileSync(join(tree, name, path), text);
  }
  return findCircles(readFolderImports(tree, name));
}

test("folders that import each other are named by the imports that close the circle, whichever files it takes", () => {
  const circles = circlesOf("three", {
    "hold/place-hold.ts": 'import { findEvent } from "../event/find-event.ts";',
    "event/event.ts": 'export { Venue } from "../venue/venue.ts";',
    "venue/get-venue.ts": 'export const later = () => import("../hold/hold.ts");',
    "seat/seat.ts": 'import "../hold/hold.ts";',
  });
  expect(circles).toEqual([
    [
      "three/event/event.ts imports ../venue/venue.ts",
      "three/venue/get-venue.ts imports ../hold/hold.ts",
      "three/hold/place-hold.ts imports ../event/find-event.ts",
    ],
  ]);
});

test("a type, a test and a file at the root close no circle", () => {
  const circles = circlesOf("none", {
    "hold/hold.ts": 'import { eventOf } from "../event/event.ts"; import "../core.ts";',
    "event/event.ts": 'import type { Hold } from "../hold/hold.ts"; export type { Quota } from "../hold/hold.ts";',
    "event/event.test.ts": 'import { placeHold } from "../hold/hold.ts";',
    "core.ts": 'import "./hold/hold.ts";',
  });
  expect(circles).toEqual([]);
});

test("a file that can't be parsed is an error, not a file without imports", () => {
  expect(() => circlesOf("broken", { "hold/hold.ts": "import { from" })).toThrow(/broken\/hold\/hold\.ts/);
});
