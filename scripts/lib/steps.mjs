import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { node } from "./run.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs one step under its heading and adds what it counted to the total; tells whether nothing in it failed. */
export async function step(title, runStep) {
  console.log(`\n== ${title}`);
  const counts = await runStep();
  for (const key of Object.keys(total)) total[key] += counts[key];
  return counts.failed === 0;
}

/** Prints the one line that sums up all steps and ends, with code 1 when anything failed. */
export function finish() {
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** A step that counts as one test: it passes when each of these ends with 0. */
export async function check(...runs) {
  let failed = 0;
  for (const runCheck of runs) if ((await runCheck()) !== 0) failed = 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

/** One vitest project, counted test by test. */
export function vitest(project, env = {}, filters = []) {
  return counted(readVitest, (report) =>
    node(
      ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...filters].concat(
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ),
      { env },
    ),
  );
}

/**
 * Runs a runner that writes its JSON report to the path it is given, and reads the counts from there.
 * A run that ends badly without naming a failed test still counts as one failure.
 * @returns {Promise<Counts>}
 */
export async function counted(read, runReporting) {
  const folder = mkdtempSync(join(tmpdir(), "evently-test-"));
  const report = join(folder, "report.json");
  try {
    const code = await runReporting(report);
    const counts = existsSync(report)
      ? read(JSON.parse(readFileSync(report, "utf8")))
      : { passed: 0, failed: 0, skipped: 0 };
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright calls a test that passed only when tried again flaky; here that is a failure. */
export function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
