import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPlaywright } from "./read-reports.mjs";
import { root } from "./run.mjs";
import { check, counted } from "./steps.mjs";

const passed = { passed: 1, failed: 0, skipped: 0, failures: [] };

test("a check is one test that fails when any of its runs does, with the output of those", async () => {
  expect(await check(async () => 0)).toEqual(passed);
  expect(
    await check(
      async ({ onOutput }) => {
        onOutput("a.ts(1,2): wrong ");
        onOutput("type");
        return 2;
      },
      async ({ onOutput }) => {
        onOutput("fine");
        return 0;
      },
    ),
  ).toEqual({ passed: 0, failed: 1, skipped: 0, failures: [{ error: "a.ts(1,2): wrong type" }] });
});

test("a runner is counted by the report that it wrote, which is gone afterwards", async () => {
  let written = "";
  const counts = await counted(readPlaywright, async (report) => {
    written = report;
    writeFileSync(report, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }));
    return 1;
  });
  expect(counts).toMatchObject({ passed: 3, failed: 2, skipped: 2 });
  expect(existsSync(written)).toBe(false);
});

test("a runner without a report counts as a failure", async () => {
  expect(await counted(readPlaywright, async () => 1)).toMatchObject({
    failed: 1,
    failures: [{ error: "The runner ended with code 1 and wrote no report." }],
  });
});

test("a runner that ends badly with only passed tests counts as a failure", async () => {
  const counts = await counted(readPlaywright, async (report) => {
    writeFileSync(report, JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }));
    return 1;
  });
  expect(counts).toMatchObject({
    passed: 3,
    failed: 1,
    failures: [{ error: "The runner ended with code 1, though no test failed." }],
  });
});

test("a log ends with what failed in its steps, right before the line of counts", async () => {
  const { output, code } = await runScript(`
    import { node } from "./scripts/lib/run.mjs";
    import { check, finish, step } from "./scripts/lib/steps.mjs";
    await step("Types", () =>
      check((options) => node(["-e", "console.error('a.ts(1,2): wrong type'); process.exit(2)"], options)),
    );
    await step("Words", () => check(async () => 0));
    finish();
  `);
  expect(code).toBe(1);
  expect(output).toBe(
    [
      "",
      "== Types",
      "",
      "== Words",
      "",
      "FAILED › Types",
      "  a.ts(1,2): wrong type",
      "",
      "1 passed, 1 failed, 0 skipped",
      "",
    ].join("\n"),
  );
});

test("a log in which nothing failed ends with the line of counts", async () => {
  const { output, code } = await runScript(`
    import { check, finish, step } from "./scripts/lib/steps.mjs";
    await step("Words", () => check(async () => 0));
    finish();
  `);
  expect(code).toBe(0);
  expect(output).toBe("\n== Words\n\n1 passed, 0 failed, 0 skipped\n");
});

function runScript(script) {
  return new Promise((done) => {
    execFile(process.execPath, ["--input-type=module", "-e", script], { cwd: root }, (error, output) =>
      done({ output, code: error ? error.code : 0 }),
    );
  });
}
