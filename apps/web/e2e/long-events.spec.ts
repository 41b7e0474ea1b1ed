import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { listHydrated } from "./listing";
import { openEvent, press } from "./picker";
import { expect, test } from "./story";

const dayMs = 86_400_000;
const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test("a festival of eleven days says its days, and folds 288 of its 300 artists", async ({ page, host }) => {
  const artists = Array.from({ length: 300 }, (_, i) => `Artist number ${i + 1}`);
  const map_url = "https://maps.example.org/small-house";
  const facts = { min_age: 16, address: "Lindenallee 12", map_url };
  const festival = await host.announce(unique("A festival"), 40, { duration: 15_000, artists, ...facts });
  await host.untilListed(festival);
  await page.goto(`/?city=${encodeURIComponent(festival.city)}`);
  await listHydrated(page);
  const days = /\d+ (\w+ )?(\d{4} )?to \d+ \w+ \d{4}/;
  await expect(page.getByRole("listitem").filter({ hasText: festival.name })).toContainText(days);

  await openEvent(page, festival);
  await expect(page.getByText(days).first()).toBeVisible();
  await expect(page.getByText("Lindenallee 12")).toBeVisible();
  await expect(page.getByText("From 16 years")).toBeVisible();
  const map = page.getByRole("link", { name: /^Open map/ });
  await expect(map).toHaveAttribute("href", map_url);
  await expect(map).toHaveAttribute("rel", /noopener/);
  const last = page.getByText("Artist number 300", { exact: true }).filter({ visible: true });
  await expect(last).toBeHidden();
  await press(page.getByText("and 288 more").filter({ visible: true }));
  await expect(last).toBeVisible();
});

test("an organizer enters the second of a time that comes twice, and is warned of the same hall", {
  tag: "@one-size",
}, async ({ page, host }) => {
  await host.signIn(page);
  const clocksBack = lastSundayOfOctober();
  const before = { start_time: `${clocksBack}T00:30:00Z`, duration: 240 };
  const other = await host.announce(unique("A long night"), 40, before);

  await page.goto(`/organizer/events/new?venue=${host.venue_id}`);
  const name = unique("The second hour");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Starts", { exact: true }).fill(`${clocksBack}T02:30`);
  await press(page.getByRole("radio", { name: "02:30 GMT+1, the second" }));
  await page.getByRole("textbox", { name: "Duration in minutes" }).fill("60");
  const note = page.getByRole("status").filter({ hasText: "The same hall at the same time" });
  await expect(note).toContainText(`The Small House is also booked for ${other.name}`);
  await page.getByLabel("Doors open (optional)").fill(`${clocksBack}T04:00`);
  await fillPrices(page);
  await press(page.getByRole("button", { name: "Publish now" }));
  const doors = page.getByLabel("Doors open (optional)");
  await expect(doors).toHaveAccessibleDescription("Not after the start of the event.");
  await doors.fill(`${clocksBack}T01:30`);
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page).toHaveURL(/\/organizer\/events\/event-\d+$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(/02:30 GMT\+1/).first()).toBeVisible();
  await expect(note).toContainText(other.name);

  await page.goto(page.url().replace("/organizer", ""));
  await expect(page.getByText("02:30 GMT+1").first()).toBeVisible();
  await expect(page.getByText("1 h, until 03:30")).toBeVisible();
  await expect(page.getByText("Doors 01:30")).toBeVisible();
});

async function fillPrices(page: Page): Promise<void> {
  for (const type of ["Premium", "Balcony"]) await page.getByRole("textbox", { name: type }).fill("10");
}

/** The day on which Berlin's clocks are set back, at least a month ahead. */
function lastSundayOfOctober(): string {
  const soonest = Date.now() + 30 * dayMs;
  const year = new Date(soonest).getUTCFullYear();
  const sundays = [year, year + 1].map((each) => {
    const end = new Date(Date.UTC(each, 9, 31));
    return end.getTime() - end.getUTCDay() * dayMs;
  });
  return new Date(sundays.find((at) => at > soonest) ?? 0).toISOString().slice(0, 10);
}
