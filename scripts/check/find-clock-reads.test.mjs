import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../lib/run.mjs";
import { findClockReads } from "./find-clock-reads.mjs";
import { isCode, isForTests, listFiles } from "./list-files.mjs";

const site = "apps/web/src";

/** Where the server's time comes from. */
/** On the server the machine's clock is the server's; and the age of a query counts by the machine's, as its cache does; a door goes on without the server. */
const allowed = [
  "app/layout.tsx",
  "app/bookings/[booking_id]/page.tsx",
  "app/events/[event_id]/page.tsx",
  "features/booking/kept/answer-kept.ts",
  "features/picker/selection/use-stored-selection.ts",
  "features/clock/server-clock.ts",
  "features/door/device-clock.ts",
  "server/pages/send-shared.ts",
];

test.each([
  ["const isPast = Date.now() > start;", [1]],
  ["// when\nconst today = new Date();", [2]],
  ['const { at } = { at: Date["now"] };', [1]],
  ["const text = Date();", [1]],
  ["const at = new Date(instant).getTime() + Date.parse(end) + performance.now();", []],
  ["const now = serverClock.now();", []],
])("%s asks the machine's clock on lines %j", (text, lines) => {
  expect(findClockReads("page.tsx", text)).toEqual(lines);
});

test("the site asks the server's clock alone: take useServerTime or serverClock of features/clock", () => {
  const paths = listFiles(join(root, site)).filter((path) => isCode(path) && !isForTests(path));
  const reads = paths.flatMap((path) =>
    findClockReads(path, readFileSync(join(root, site, path), "utf8")).map((line) => `${path}:${line}`),
  );
  expect(paths.length).toBeGreaterThan(100);
  expect(reads.filter((read) => !allowed.some((path) => read.startsWith(`${path}:`)))).toEqual([]);
  for (const path of allowed) expect(reads.join("\n"), path).toContain(path);
});
