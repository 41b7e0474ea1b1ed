import { currencies } from "@evently/core/money/currencies.rules";
import { currencyPrefix, minorDigits } from "@evently/core/money/money.rules";
import type { Page } from "@playwright/test";
import { chooseCurrency, openPrices, publish } from "./organizer-forms";
import { openEvent } from "./picker";
import { expect, test } from "./story";

const typed = { 0: "1234", 2: "1234,50", 3: "1234.505" } as Record<number, string>;
const shown = { 0: "1,234", 2: "1,234.50", 3: "1,234.505" } as Record<number, string>;

test("a price is shown as it was typed, in every currency", { tag: "@one-size" }, async ({ page, host }) => {
  await host.signIn(page);
  await openPrices(page, host.venue_id);
  const price = page.getByRole("textbox", { name: "Premium" });
  for (const currency of currencies) {
    const digits = minorDigits(currency);
    await chooseCurrency(page, currency);
    await price.fill(typed[digits] ?? "");
    await expect(price).toHaveAccessibleDescription(`80 seats at ${currencyPrefix(currency)}${shown[digits]}`);
  }
});

test("an event in forints is sold at what its organizer typed", { tag: "@one-size" }, async ({ page, host }) => {
  await host.signIn(page);
  const name = `An evening in forints of ${host.venue_id}`;
  await openPrices(page, host.venue_id);
  await chooseCurrency(page, "HUF");
  await page.getByRole("textbox", { name: "Premium" }).fill("15 000");
  await page.getByRole("textbox", { name: "Balcony" }).fill("9000,50");
  const event_id = await publish(page, name);
  expect(await askPrices(page, event_id)).toEqual({
    currency: "HUF",
    seat_type_prices: { Premium: 1_500_000, Balcony: 900_050 },
  });
  await openEvent(page, { event_id });
  await expect(page.getByText("HUF 9,000.50").first()).toBeVisible();
});

async function askPrices(page: Page, event_id: string) {
  const response = await page.request.get(`/api/events/${event_id}`);
  const { currency, seat_type_prices } = (await response.json()) as Record<string, unknown>;
  return { currency, seat_type_prices };
}
