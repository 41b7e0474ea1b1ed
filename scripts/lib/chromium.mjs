import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root, run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Sees that browser tests have a Chromium: one on the PATH, Playwright's own, or on Debian as root one installed now.
 * Says one sentence and resolves to false where there is none.
 */
export async function haveChromium() {
  if (onPath() || (await playwrightHasOne())) return true;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    if ((await run("apt-get", ["update", "-qq"], { env })) === 0) {
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
    }
    if (onPath()) return true;
  }
  console.error(
    "The browser tests need a Chromium: run npx playwright install chromium in apps/web, then npm test again.",
  );
  return false;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function playwrightHasOne() {
  const { chromium } = createRequire(join(root, "apps/web/package.json"))("@playwright/test");
  return existsSync(chromium.executablePath());
}
