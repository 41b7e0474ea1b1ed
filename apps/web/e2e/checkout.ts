import { expect, type Page } from "@playwright/test";
import { holdOverRest } from "./guest";
import { press } from "./picker";

/** Opens the payment step for these seats, held over REST by a guest with an e-mail address. Returns the page's path. */
export async function openPayment(
  page: Page,
  concert: { event_id: string },
  seats: readonly string[],
): Promise<string> {
  const path = `/checkout/${await holdOverRest(page, concert, seats)}`;
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Payment" })).toBeVisible();
  return path;
}

/** From a held seat to the payment step, as `email`. */
export async function goToPayment(page: Page, email: string): Promise<void> {
  await press(page.getByRole("link", { name: "Continue to payment" }));
  await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Continue to payment" }));
  await expect(page.getByRole("heading", { name: "Payment" })).toBeFocused();
}

/** Chooses a card of the test gateway by its name. */
export async function chooseCard(page: Page, name: string): Promise<void> {
  await press(page.getByRole("radio", { name: new RegExp(`^${name}`) }));
}

export async function expectTicket(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/bookings\/booking-\d+$/);
  await expect(page.getByRole("article", { name: "Ticket" })).toBeVisible();
}
