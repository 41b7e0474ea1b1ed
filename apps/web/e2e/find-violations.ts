import type { Frame, Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { afterPaint } from "./after-paint";

declare global {
  interface Window {
    /** Once it was asked for on this page. */
    axe?: typeof axe;
  }
}

const themes = ["light", "dark"] as const;

/** What axe's default rules find on the page, in either theme. */
export async function findViolations(page: Page): Promise<string[]> {
  // Half a megabyte of script.
  for (const frame of page.frames())
    if ((await isLooked(frame)) && !(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  const now = await page.evaluate(() => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  const found = await analyze(page, now);
  // Only what has a color differs from theme to theme.
  const colors: RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };
  for (const theme of themes) if (theme !== now) found.push(...(await analyze(page, theme, colors)));
  return found;
}

/** A frame in what is folded has loaded nothing yet, and is not looked at. */
async function isLooked(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return true;
  const element = await frame.frameElement();
  if (!(await element.isVisible())) return false;
  await element.scrollIntoViewIfNeeded();
  return true;
}

async function analyze(page: Page, theme: (typeof themes)[number], only: RunOptions = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await afterPaint(page);
  // A color in transition belongs to neither theme.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === "finished"));
  const violations = await page.evaluate(
    async (options) => (await window.axe?.run(document, options))?.violations,
    // Passed rules are left out.
    { resultTypes: ["violations"], ...only } satisfies RunOptions,
  );
  if (!violations) throw new Error("The page was left before axe looked at it.");
  return violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
