import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPlaywright, readVitest } from "./read-reports.mjs";
import { root } from "./run.mjs";

test("vitest's report names the failed tests, their files and errors, and files that fail outside their tests", async () => {
  const report = await runVitest({
    "sums.test.js": `
      describe("sums", () => {
        test("adds", () => expect(1 + 1).toBe(3));
        test("subtracts", () => expect(1 - 1).toBe(0));
        test.skip("divides", () => {});
      });`,
    "broken.test.js": `throw new Error("no such table");`,
  });
  const { failures, ...counts } = readVitest(report);
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1 });
  expect(failures.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual([
    { name: "fails outside its tests", file: expect.stringMatching(/broken\.test\.js$/), error: "no such table" },
    {
      name: "sums › adds",
      file: expect.stringMatching(/sums\.test\.js$/),
      error: expect.stringMatching(/^AssertionError: expected 2 to be 3/),
    },
  ]);
});

test("Playwright's report names the failed stories of every depth and size, and what fails outside them", () => {
  const test = (projectName, status, ...errors) => ({ projectName, status, results: [{ errors }] });
  const specs = [
    { title: "pays", file: "pay.spec.ts", tests: [test("phone", "expected")] },
    { title: "holds", file: "hold.spec.ts", tests: [test("phone", "unexpected", {}, { message: "Timed out" })] },
  ];
  const deeper = [{ title: "sees", file: "map.spec.ts", tests: [test("desktop", "flaky", { message: "Missed" })] }];
  const { failures } = readPlaywright({
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    config: { rootDir: "/site/e2e" },
    suites: [{ specs, suites: [{ specs: deeper }] }],
    errors: [{ message: "The server ended" }],
  });
  expect(failures).toEqual([
    { name: "holds (phone)", file: join("/site/e2e", "hold.spec.ts"), error: "Timed out" },
    { name: "sees (desktop)", file: join("/site/e2e", "map.spec.ts"), error: "Missed" },
    { name: "fails outside its tests", error: "The server ended" },
  ]);
});

/** Runs these test files, and reads what vitest reported. */
async function runVitest(files) {
  const folder = mkdtempSync(join(tmpdir(), "evently-report-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const report = join(folder, "report.json");
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const args = [vitest, "run", "--globals", "--reporter=json", `--outputFile=${report}`];
    await new Promise((done) => execFile(process.execPath, args, { cwd: folder }, done));
    return JSON.parse(readFileSync(report, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
