import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root, run } from "./run.mjs";

/** Without a window to draw: it takes a seventh less of the processor than a whole browser. */
const shell = "chromium-headless-shell";
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Sees that browser tests have a Chromium: the headless shell on the PATH, Playwright's own, or on Debian as root one installed
 * now; outside of CI any on the PATH will do. Says one sentence and resolves to false where there is none.
 */
export async function haveChromium() {
  if (onPath([shell]) || (await playwrightHasOne())) return true;
  if (!process.env.CI && onPath(browsers)) return true;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    if ((await run("apt-get", ["update", "-qq"], { env })) === 0) {
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", shell], { env });
    }
  }
  if (onPath([shell, ...browsers])) return true;
  console.error(
    "The browser tests need a Chromium: run npx playwright install chromium in apps/web, then npm test again.",
  );
  return false;
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function playwrightHasOne() {
  const { chromium } = createRequire(join(root, "apps/web/package.json"))("@playwright/test");
  return existsSync(chromium.executablePath());
}
