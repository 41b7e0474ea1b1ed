import { expect, type Page } from "@playwright/test";
import { press } from "./picker";

/** Changes a saved event through its page: what `fill` types, once its consequences are read. */
export async function change(
  page: Page,
  event_id: string,
  fill: () => Promise<void>,
  ...consequences: readonly RegExp[]
): Promise<void> {
  await page.goto(`/organizer/events/${event_id}/edit`);
  await fill();
  await press(page.getByRole("button", { name: /^Save \d changes?$/ }));
  const dialog = page.getByRole("dialog");
  for (const consequence of consequences) await expect(dialog.getByText(consequence)).toBeVisible();
  await press(dialog.getByRole("button", { name: "Save", exact: true }));
  await expect(page).toHaveURL(new RegExp(`/organizer/events/${event_id}$`));
}

/** Types another time of the same day. */
export async function moveTo(page: Page, clock: string): Promise<void> {
  const field = page.getByLabel("Starts", { exact: true });
  const start = await field.inputValue();
  await field.fill(start.replace(/T.*/, `T${clock}`));
}
