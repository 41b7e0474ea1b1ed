import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { buyOverRest } from "./guest";
import { expect, test } from "./story";

test("an organizer finds a booking by its exact seat, and takes the bookings away as a file", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor, monitor }) => {
  const concert = await host.announce("Found and exported", 20);
  const buy = async (...seats: string[]) => {
    const visitor = await meetVisitor();
    await visitor.goto("/");
    return (await buyOverRest(visitor, concert, seats)).replace("/bookings/", "");
  };
  const [ten, balcony, front] = [await buy("F-10"), await buy("BALJ-1"), await buy("F-1", "F-2")];

  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/bookings`);
  await expect(rowsOf(page)).toHaveCount(3);
  const search = page.getByRole("searchbox", { name: /^Find by/ });
  await search.fill("f-1");
  await expect(page.getByRole("status").filter({ hasText: "1 booking for “f-1”" })).toBeVisible();
  await expect(rowsOf(page)).toHaveText([new RegExp(front)]);
  await search.fill("Balcony J-1");
  await expect(rowsOf(page)).toHaveText([new RegExp(balcony)]);
  await search.fill(String(Number(ten.slice("booking-".length))));
  await expect(rowsOf(page)).toHaveText([new RegExp(ten)]);
  await search.fill("buyer@example");
  await expect(rowsOf(page)).toHaveCount(3);
  await search.fill("F-100");
  await expect(page.getByRole("heading", { name: "No booking found" })).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Bookings as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Found and exported, \d{4}-\d\d-\d\d, bookings\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toContain("buyer@example.com");

  const refused = `401 /api/events/${concert.event_id}/export/seats.csv`;
  monitor.expect(refused);
  monitor.allow("401 /api/trpc/booking.listSold");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Seats as CSV" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "no longer signed in" })).toBeVisible();
});

const rowsOf = (page: Page) => page.getByRole("listitem").filter({ hasText: /booking-\d+/ });
