import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test("another poster is seen before it is saved, and the previous one comes back", { tag: "@one-size" }, async ({
  page,
}) => {
  const organizer = await new Organizer().settle();
  const { event_id } = await organizer.announce(`Recital ${randomUUID().slice(0, 8)}`, 30);
  await organizer.signIn(page);
  await page.goto(`/organizer/events/${event_id}/edit`);
  const section = page.getByRole("region", { name: "Poster" });
  const usual = await drawingOf(section);

  await press(section.getByRole("button", { name: "Another poster" }));
  await expect.poll(() => drawingOf(section)).not.toBe(usual);
  await press(section.getByRole("button", { name: "Previous poster" }));
  await expect.poll(() => drawingOf(section)).toBe(usual);
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();

  await press(section.getByRole("button", { name: "Another poster" }));
  const other = await drawingOf(section);
  await press(page.getByRole("button", { name: "Save 1 change" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }));
  await expect(page).toHaveURL(new RegExp(`/organizer/events/${event_id}$`));
  await page.goto(`/organizer/events/${event_id}/edit`);
  expect(await drawingOf(section)).toBe(other);
});

const drawingOf = (section: Locator) => section.locator("svg").first().innerHTML();
