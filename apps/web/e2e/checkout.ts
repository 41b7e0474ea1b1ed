import { expect, type Page } from "@playwright/test";
import { holdSeats, openEvent, pickSeat, press } from "./picker";

/** From a held seat to the step where one pays, as `email`. */
export async function goToPayment(page: Page, email: string): Promise<void> {
  await press(page.getByRole("link", { name: "Continue to payment" }));
  await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Continue to payment" }));
  await expect(page.getByRole("heading", { name: "Payment" })).toBeFocused();
}

/** Chooses one of the test gateway's cards by its name on the page. */
export async function chooseCard(page: Page, name: string): Promise<void> {
  await press(page.getByRole("radio", { name: new RegExp(`^${name}`) }));
}

export async function expectTicket(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/bookings\/booking-\d+$/);
  await expect(page.getByRole("article", { name: "Ticket" })).toBeVisible();
}

/** Everything from the event's page to the ticket, with a card that works. Answers the ticket's path. */
export async function buySeats(page: Page, concert: { event_id: string }, seats: readonly string[]): Promise<string> {
  await openEvent(page, concert);
  for (const seat of seats) await pickSeat(page, seat);
  await holdSeats(page);
  await goToPayment(page, "buyer@example.com");
  await press(page.getByRole("button", { name: /^Pay / }));
  await expectTicket(page);
  return new URL(page.url()).pathname;
}
