import type { Page } from "@playwright/test";
import { buyOverRest, holdOverRest } from "./guest";
import { expect, test } from "./story";

test.use({ javaScriptEnabled: false });

/** Playwright finds no text in such elements, whether they are shown or not. */
async function expectNote(page: Page, text: string): Promise<void> {
  const note = page.locator("noscript > div");
  await expect(note).toBeVisible();
  await expect(note).toContainText(text, { useInnerText: true });
}

test("the list and the search are there without script", async ({ page, host }) => {
  const concert = await host.announce(`Read without script at ${host.venue_id}`, 2);
  await host.untilListed(concert);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}`);
  const row = page.getByRole("listitem").filter({ hasText: concert.name });
  await expect(row).toBeInViewport();
  await expect(row).toContainText("US$40");
  await expect(page.getByText("Loading events")).toBeHidden();
  await expectNote(page, "Filters and longer lists need JavaScript");

  const box = page.getByRole("textbox", { name: "Search by artist, work or hall" });
  await box.fill(concert.name);
  await box.press("Enter");
  await expect(page).toHaveURL((address) => address.searchParams.get("search") === concert.name);
  await page.getByRole("link", { name: concert.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
});

test("the page of an event says what it costs, and what needs script", async ({ page, concert }) => {
  await page.goto(`/events/${concert.event_id}`);
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
  await expectNote(page, "Choosing seats needs JavaScript");
  await expectNote(page, "Premium: US$85, 80 left");
  await expect(page.getByText("Loading the seat map")).toBeHidden();
  await expect(page.getByText("Ravel")).toBeVisible();
});

test("a ticket can be read without script", { tag: "@one-size" }, async ({ page, concert }) => {
  await page.goto(await buyOverRest(page, concert, ["C-5"]));
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
  await expect(page.getByText("Loading your ticket")).toBeHidden();
  await page.goto("/bookings");
  await expect(page.getByRole("link", { name: concert.name })).toBeVisible();
});

test("the checkout says that it needs script", { tag: "@one-size" }, async ({ page, concert }) => {
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["C-6"])}`);
  await expectNote(page, "Paying needs JavaScript");
  await expect(page.getByText("Stalls, Row C, seat 6")).toBeVisible();
});
