import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, counted, readPlaywright } from "./steps.mjs";

const empty = { passed: 0, failed: 0, skipped: 0 };

test("a check is one test that fails when any of its runs does", async () => {
  expect(await check(async () => 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(
    await check(
      async () => 2,
      async () => 0,
    ),
  ).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a runner is counted by the report that it wrote, which is gone afterwards", async () => {
  let written = "";
  const counts = await counted(readPlaywright, async (report) => {
    written = report;
    writeFileSync(report, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }));
    return 1;
  });
  expect(counts).toEqual({ passed: 3, failed: 2, skipped: 2 });
  expect(existsSync(written)).toBe(false);
});

test("a runner that ends badly without a report counts as a failure", async () => {
  expect(await counted(readPlaywright, async () => 1)).toEqual({ ...empty, failed: 1 });
});

test("a runner that ends badly with only passed tests counts as a failure", async () => {
  const counts = await counted(readPlaywright, async (report) => {
    writeFileSync(report, JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }));
    return 1;
  });
  expect(counts).toEqual({ passed: 3, failed: 1, skipped: 0 });
});
