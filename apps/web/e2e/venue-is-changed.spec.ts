import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test("a venue's name is corrected while it sells: buyers read it, the journal tells it, a second editor chooses", {
  tag: "@one-size",
}, async ({ page, meetVisitor, monitor }) => {
  const organizer = await new Organizer().settle();
  const concert = await organizer.announce(`Recital ${randomUUID().slice(0, 8)}`, 30);
  await organizer.signIn(page);
  const second = await meetVisitor();
  await organizer.signIn(second);
  await second.goto(`/organizer/venues/${organizer.venue_id}/edit`);
  await nameOf(second).fill("The Little House");

  await page.goto(`/organizer/venues/${organizer.venue_id}`);
  await press(page.getByRole("main").getByRole("link", { name: "Change", exact: true }));
  await expect(page.getByText(/^It stays: an event here was published/)).toBeVisible();
  await nameOf(page).fill("The Grand House");
  await save(page, /reaches 1 event here/);
  await expect(page).toHaveURL(new RegExp(`/organizer/venues/${organizer.venue_id}$`));

  const buyer = await meetVisitor();
  await expect(async () => {
    await buyer.goto(`/events/${concert.event_id}`);
    await expect(buyer.getByText("The Grand House").first()).toBeVisible({ timeout: 1_000 });
  }).toPass();

  monitor.expect("409 /api/trpc/venue.change");
  await save(second, /reaches 1 event here/);
  await expect(second.getByText("Someone else changed this venue meanwhile.")).toBeVisible();
  await expect(second.getByRole("radio", { name: "Yours: The Little House" })).toBeChecked();
  await press(second.getByRole("radio", { name: "Theirs: The Grand House" }));
  await expect(nameOf(second)).toHaveValue("The Grand House");

  await page.goto(`/organizer/venues/${organizer.venue_id}/journal`);
  await expect(page.getByRole("heading", { name: "Venue changed" })).toBeVisible();
  await expect(page.getByRole("main").getByText("The Grand House").last()).toBeVisible();
});

const nameOf = (page: Page) => page.getByRole("textbox", { name: "Name", exact: true });

async function save(page: Page, consequence: RegExp): Promise<void> {
  await press(page.getByRole("button", { name: "Save 1 change" }));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(consequence)).toBeVisible();
  await press(dialog.getByRole("button", { name: "Save", exact: true }));
}
