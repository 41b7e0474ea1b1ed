import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { afterPaint } from "./after-paint";

/** What axe's default rules, or these alone, find on the page in this theme. */
export async function findViolations(
  page: Page,
  colorScheme: "light" | "dark",
  rules: readonly string[] = [],
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await afterPaint(page);
  // A color in transition belongs to neither theme.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === "finished"));
  // Without frames axe needs no tab of its own; passed rules are left out.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules.length > 0 && { runOnly: { type: "rule", values: [...rules] } }),
  });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
