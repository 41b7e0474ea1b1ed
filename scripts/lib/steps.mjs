import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFailures } from "./list-failures.mjs";
import { readVitest } from "./read-reports.mjs";
import { node } from "./run.mjs";

/** @typedef {{ name?: string, file?: string, error?: string }} Failure */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Counts */

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs one step under its heading and adds what it counted to the total; tells whether nothing in it failed. */
export async function step(title, runStep) {
  console.log(`\n== ${title}`);
  const counts = await runStep();
  for (const key of Object.keys(total)) total[key] += counts[key];
  failures.push(...counts.failures.map((failure) => ({ step: title, ...failure })));
  return counts.failed === 0;
}

/** Prints again what failed and then the one line that sums up all steps, and ends, with code 1 when anything failed. */
export function finish() {
  if (failures.length > 0) console.log(`\n${listFailures(failures).join("\n")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** A step that counts as one test: it passes when each of these ends with 0. */
export async function check(...runs) {
  const failed = [];
  for (const runCheck of runs) {
    const output = [];
    const code = await runCheck({ onOutput: (text) => output.push(text) });
    if (code !== 0) failed.push(output.join(""));
  }
  return failed.length === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : failedWith(failed.join("\n"));
}

/** A step that failed as a whole. */
export function failedWith(error) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ error }] };
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
    if (!existsSync(report)) return failedWith(`The runner ended with code ${code} and wrote no report.`);
    const counts = read(JSON.parse(readFileSync(report, "utf8")));
    if (code === 0 || counts.failed > 0) return counts;
    const unnamed = [{ error: `The runner ended with code ${code}, though no test failed.` }];
    return { ...counts, failed: 1, failures: counts.failures.length > 0 ? counts.failures : unnamed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
