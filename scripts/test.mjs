// npm test: everything, from a bare clone; ends with one line of counts over all runners.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkBinaries } from "./check-binaries.mjs";
import { biome, build, knip, oxlint, packageTypes, webTypes } from "./lib/checks.mjs";
import { haveChromium } from "./lib/chromium.mjs";
import { onEachEngine } from "./lib/engines.mjs";
import { install } from "./lib/install.mjs";
import { fetchNginx } from "./lib/nginx.mjs";
import { node, root } from "./lib/run.mjs";
import { check, counted, finish, readPlaywright, step, vitest } from "./lib/steps.mjs";

console.log("== Install");
await install();
await step("Format and lint", () => check(biome));
await step("Lint with types", () => check(oxlint));
await step("Dead code", () => check(knip));
await step("Platform binaries in the lockfile", () => check(checkBinaries));
await step("Types", () => check(packageTypes, webTypes));
await fetchNginx();
await step("Unit tests", () => vitest("unit"));
await onEachEngine((engine) => step(`Table tests on ${engine}`, () => vitest("table", { EVENTLY_ENGINE: engine })));
await step("Server tests", () => vitest("server"));
const built = await step("Build", () => check(build));
if (built) await step("Browser tests", browserTests);
else console.log("\nThe browser tests were left out, since the build failed.");
finish();

async function browserTests() {
  const web = join(root, "apps/web");
  if (!existsSync(join(web, "playwright.config.ts"))) {
    console.error("apps/web/playwright.config.ts is missing.");
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (!(await haveChromium())) return { passed: 0, failed: 1, skipped: 0 };
  return counted(readPlaywright, (report) =>
    node(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
      cwd: web,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
  );
}
