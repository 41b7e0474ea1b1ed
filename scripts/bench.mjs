// npm run bench [-- hold storm ... --against PATH]: the figures of docs/benchmarks.md, measured anew. Asserts no speed.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./check/checks.mjs";
import { keepSections, writeSection } from "./lib/benchmarks-file.mjs";
import { haveChromium } from "./lib/chromium.mjs";
import { install } from "./lib/install.mjs";
import { fail, quiet, root } from "./lib/run.mjs";

const mostMs = 480_000;
const forwarded = ["SIGTERM", "SIGHUP"];
const source = "--conditions=@evently/source";
const programs = new Map([
  ["hold", [source, "apps/server/bench/hold-bench.ts"]],
  ["seats", [source, "apps/server/bench/seats-bench.ts"]],
  ["cost", [source, "apps/server/bench/cost-bench.ts"]],
  ["creation", [source, "apps/server/bench/creation-bench.ts"]],
  ["growth", [source, "apps/server/bench/growth-bench.ts"]],
  ["storm", [source, "apps/server/bench/storm-bench.ts"]],
  ["pdf", [source, "apps/server/bench/pdf-bench.ts"]],
  ["transport", [source, "apps/server/bench/transport-bench.ts"]],
  ["search", [source, "--expose-gc", "apps/server/bench/search-bench.ts"]],
  ["import", [source, "apps/server/bench/import-bench.ts"]],
  ["page", ["apps/web/bench/page-bench.ts"]],
  ["door", ["apps/web/bench/door-bench.ts"]],
  ["rush", ["apps/web/bench/rush-bench.ts"]],
]);

/** Those that can measure another checkout, built, in the same rounds. */
const comparing = ["hold", "seats", "cost", "creation", "pdf"];

const names = [...programs.keys()];
const { against, wanted } = readArguments();
const unknown = wanted.filter((name) => !programs.has(name));
if (unknown.length > 0) fail(`There is no benchmark ${unknown.join(", ")}: choose of ${names.join(", ")}.`);
const chosen = wanted.length > 0 ? names.filter((name) => wanted.includes(name)) : names;
const left = against ? chosen.filter((name) => !comparing.includes(name)) : [];
if (left.length > 0)
  fail(`Only ${comparing.join(", ")} can be compared with another checkout, not ${left.join(", ")}.`);

await install();
if ((await build()) !== 0) fail("The build failed, see above.");
if (["page", "door"].some((name) => chosen.includes(name)) && !(await haveChromium())) process.exit(1);

const failed = [];
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const report = await measure([...programs.get(name), ...(against ? ["--against", against] : [])]);
  if (report?.skipped) console.log(report.skipped);
  else if (report) {
    const section = writeSection(name, report);
    console.log(section);
    keepSections([[name, section]], names);
  } else failed.push(name);
}
if (failed.length > 0) fail(`Not measured: ${failed.join(", ")}.`);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: "string" } } });
    return { against: values.against && resolve(values.against), wanted: positionals };
  } catch (error) {
    return fail(error.message);
  }
}

/** Runs a program of the bench with tsx; resolves to the report in its last line, null where it failed or took too long. */
function measure(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      cwd: root,
      env: { ...process.env, ...quiet },
      stdio: ["ignore", "pipe", "inherit"],
      timeout: mostMs,
    });
    const forward = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    for (const signal of forwarded) process.on(signal, forward);
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.once("error", () => done(null));
    child.once("close", (code) => {
      for (const signal of forwarded) process.off(signal, forward);
      done(code === 0 ? JSON.parse(output.trimEnd().split("\n").at(-1)) : null);
    });
  });
}
