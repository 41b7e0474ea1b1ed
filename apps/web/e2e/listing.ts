import { expect, type Page } from "@playwright/test";

/** Waits until the page of all events listens: its dates can be chosen from then on. */
export async function listAwake(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Next 30 days" })).toBeEnabled();
}

/** Waits until the list is the answer to a search for the event of this name, which comes before all that is like it. */
export async function expectFound(page: Page, name: string): Promise<void> {
  await expect(page).toHaveURL((address) => address.searchParams.get("search") === name);
  await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(name);
}

/** On a phone what the events are is folded away until it is asked for. */
export async function unfoldFilters(page: Page): Promise<void> {
  const cities = page.getByRole("combobox", { name: "City" });
  if (!(await cities.isVisible())) await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(cities).toBeVisible();
}
