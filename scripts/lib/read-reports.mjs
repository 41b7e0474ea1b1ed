import { join } from "node:path";

/** What vitest's JSON report counted, and what failed in it; a file that fails outside its tests counts as one. */
export function readVitest(report) {
  const failures = report.testResults.filter((file) => file.status === "failed").flatMap(failuresOfFile);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

function failuresOfFile({ name: file, message, assertionResults }) {
  const tests = assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => ({
      name: [...test.ancestorTitles, test.title].filter(Boolean).join(" › "),
      file,
      error: test.failureMessages[0] ?? message,
    }));
  return tests.length > 0 ? tests : [{ name: "fails outside its tests", file, error: message }];
}

/** The same of Playwright's report. It calls a test that passed only when tried again flaky; here that is a failure. */
export function readPlaywright({ stats, config, suites = [], errors = [] }) {
  const failed = suites.flatMap((suite) => failuresOfSuite(suite, config));
  const outside = errors.map(({ message }) => ({ name: "fails outside its tests", error: message }));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: [...failed, ...outside],
  };
}

function failuresOfSuite({ suites = [], specs = [] }, config) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map((test) => ({
        name: `${spec.title} (${test.projectName})`,
        file: join(config.rootDir, spec.file),
        error: test.results.flatMap((result) => result.errors).find((error) => error.message)?.message,
      })),
  );
  return [...own, ...suites.flatMap((suite) => failuresOfSuite(suite, config))];
}
