import type { Locator, Page } from "@playwright/test";

const maxPresses = 150;

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(":focus"));
  await target.first().waitFor();
  for (let stop = 0; stop < maxPresses; stop++) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`${target} is not reached with ${maxPresses} presses of Tab.`);
}
