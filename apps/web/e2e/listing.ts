import { expect, type Page } from "@playwright/test";
import type { Concert } from "./organizer";

/** Waits until the list of events is hydrated. */
export async function listHydrated(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Next 30 days" })).toBeEnabled();
}

/** Waits until the list shows the result of a search for this event, as its first. */
export async function expectFound(page: Page, name: string): Promise<void> {
  await expect(page).toHaveURL((address) => address.searchParams.get("search") === name);
  await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(name);
}

/** On a phone the filters are folded. */
export async function unfoldFilters(page: Page): Promise<void> {
  const cities = page.getByRole("combobox", { name: "City" });
  if (!(await cities.isVisible())) await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(cities).toBeVisible();
}

/** Opens the list once it shows this concert: a page that everyone shares is up to fifteen seconds old. */
export async function openListWith(page: Page, concert: Concert): Promise<void> {
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: concert.name }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await listHydrated(page);
}
