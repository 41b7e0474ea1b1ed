import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { auditFigures } from "./audit-figures";
import { openDashboard, readTiles } from "./dashboard";
import { press } from "./picker";
import { askSale, tilesOf } from "./sale-answers";
import { buyerOfSeat, sellWholeHall } from "./sell-whole-hall";
import { expect, test } from "./story";

const rowCount = 40;
const perRow = 50;
const rowName = (row: number) => `${"ABCD"[Math.floor(row / 10)]}${"ABCDEFGHJK"[row % 10]}`;
const hall = Array.from({ length: rowCount * perRow }, (_, n) => ({
  row: rowName(Math.floor(n / perRow)),
  section: "Stalls",
  seat_type: "Premium",
  seat_num: (n % perRow) + 1,
}));
const seats = hall.map(({ row, seat_num }) => `${row}-${seat_num}`);

test("among 2,000 bookings a buyer is found by seat in one request, and the file holds what the audit counts", {
  tag: "@one-size",
}, async ({ page, host }) => {
  test.slow();
  const venue_id = await host.build({ name: "The Large House", seat_types: ["Premium"] }, hall);
  const concert = await host.announce("Two thousand", 20, { venue_id, seat_type_prices: { Premium: 8500 } });
  await sellWholeHall(concert, seats);
  await host.signIn(page);

  await page.goto(`/organizer/events/${concert.event_id}/bookings`);
  const search = page.getByRole("searchbox", { name: /^Find by/ });
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /booking-\d+/ })
      .first(),
  ).toBeVisible();
  const asked = countSearches(page);
  await search.fill("CD-37");
  await expect(page.getByRole("status").filter({ hasText: "1 booking for “CD-37”" })).toBeVisible();
  const found = page.getByRole("listitem").filter({ hasText: /booking-\d+/ });
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(buyerOfSeat(seats.indexOf("CD-37")));
  expect(asked()).toBe(1);
  await press(found.getByRole("button", { name: /^Cancel/ }));
  await press(page.getByRole("dialog").getByRole("button", { name: /^Cancel/ }));
  await expect(found).toContainText("Cancelled");

  const rows = await exportBookings(page);
  const kept = rows.filter(({ state }) => state === "confirmed");
  const cancelled = rows.filter(({ state }) => state === "cancelled");
  const revenue = kept.reduce((sum, { total }) => sum + Number(total), 0);
  expect([kept.length, cancelled.length]).toEqual([seats.length - 1, 1]);
  expect(cancelled[0]).toMatchObject({ seats: expect.stringContaining("Row CD, seat 37"), refund: "85.00" });
  expect(new Set(rows.map((row) => row.seats)).size).toBe(seats.length);

  await openDashboard(page, concert.event_id);
  await expect(async () => {
    const answers = await askSale(page, concert.event_id);
    expect(answers.figures).toMatchObject({
      seats_sold: kept.length,
      total_bookings: rows.length,
      total_cancellations: cancelled.length,
      revenue: revenue * 100,
    });
    expect(await readTiles(page)).toEqual(tilesOf(answers));
    // The last refunds and counts follow their answers.
    expect(await auditFigures(concert.event_id)).toMatchObject({
      booked: kept.length,
      bookings: rows.length,
      cancelled: cancelled.length,
      revenue: revenue * 100,
      "at gateway": revenue * 100,
    });
  }).toPass();
});

/** Counts the requests for bookings from now on. */
function countSearches(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().includes("booking.listSold")) count += 1;
  });
  return () => count;
}

async function exportBookings(page: Page): Promise<Record<string, string>[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Bookings as CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, "").trimEnd(), { header: true });
  expect(errors).toEqual([]);
  return data;
}
