import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { afterPaint } from "./after-paint";

/** What axe's default rules find on the page, in either theme. */
export async function findViolations(page: Page): Promise<string[]> {
  return [
    ...(await analyze(page, { theme: "light" })),
    // Only what has a color differs from theme to theme.
    ...(await analyze(page, { theme: "dark", runOnly: { type: "rule", values: ["color-contrast"] } })),
  ];
}

type Look = { theme: "light" | "dark"; runOnly?: { type: "rule"; values: string[] } };

async function analyze(page: Page, { theme, ...only }: Look): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await afterPaint(page);
  // A color in transition belongs to neither theme.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === "finished"));
  // Without frames axe needs no tab of its own; passed rules are left out.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"], ...only });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
