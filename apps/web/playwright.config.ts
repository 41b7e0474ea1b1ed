import { defineConfig } from "@playwright/test";
import { browserArgs } from "./e2e/browser-args";
import { findChromium } from "./e2e/find-chromium";

// What a screen's size can't change is told at one size, save in a proof.
const oneSize = process.env.EVENTLY_PROOF ? {} : { grepInvert: /@one-size/ };

/** Browser stories on the production build, at the two sizes that the design is drawn for. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/start-stack.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 3,
  retries: 0,
  reporter: "list",
  // Nothing here asserts speed: these only end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: { executablePath: findChromium(), args: browserArgs },
    // No story's page is answered by what another part of it kept; the story of that says otherwise.
    serviceWorkers: "block",
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "phone", use: { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true } },
    { name: "desktop", ...oneSize, use: { viewport: { width: 1440, height: 900 } } },
  ],
});
