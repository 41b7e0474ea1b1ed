import { expect, type Page } from "@playwright/test";

/** Waits until the page of all events listens: its dates can be chosen from then on. */
export async function listAwake(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Next 30 days" })).toBeEnabled();
}
