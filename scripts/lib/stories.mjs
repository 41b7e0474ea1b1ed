import { existsSync } from "node:fs";
import { join } from "node:path";
import { haveChromium } from "./chromium.mjs";
import { readPlaywright } from "./read-reports.mjs";
import { node, root } from "./run.mjs";
import { counted, failedWith } from "./steps.mjs";

/** The browser stories on the production build: all of them at one size, and at the other those that depend on it; with `everySize` all at both. */
export async function stories({ everySize = false } = {}) {
  const web = join(root, "apps/web");
  if (!existsSync(join(web, "playwright.config.ts"))) return failedWith("apps/web/playwright.config.ts is missing.");
  if (!(await haveChromium())) return failedWith("There is no Chromium, and it could not be installed.");
  return counted(readPlaywright, (report) =>
    node(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
      cwd: web,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, EVENTLY_PROOF: everySize ? "1" : undefined },
    }),
  );
}
