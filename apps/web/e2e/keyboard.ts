import type { Locator, Page } from "@playwright/test";

const farEnough = 150;

/** Presses Tab until the target has the focus, as one does who has no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(":focus"));
  await target.first().waitFor();
  for (let stop = 0; stop < farEnough; stop++) {
    await page.keyboard.press("Tab");
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`${target} is not reached with ${farEnough} presses of Tab.`);
}
