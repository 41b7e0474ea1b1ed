import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { auditFigures } from "./audit-figures";
import { expectTicket, goToPayment } from "./checkout";
import { openDashboard, openTables, readTable, readTiles } from "./dashboard";
import { becomeOrganizer, createEvent, createVenue } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { askSale, type SaleAnswers, tablesOf, tilesOf } from "./sale-answers";
import { expect, test } from "./story";

const seat_types = ["Stalls", "Balcony"];

test("a new organizer sells thirty seats, sees all figures change, and cancels two bookings", {
  tag: "@one-size",
}, async ({ page, request, meetVisitor }) => {
  test.slow();
  await becomeOrganizer(page);
  await createVenue(page);
  const event_id = await createEvent(page, `Thirty seats ${randomUUID().slice(0, 8)}`);
  await openDashboard(page, event_id);
  await openTables(page);
  await press(page.getByRole("region", { name: "Seats", exact: true }).locator("label", { hasText: "Booked" }));
  const before = await expectToAgree(page, event_id);
  const tilesBefore = await readTiles(page);
  const list = await openList(page, event_id);
  const seat = page.getByRole("gridcell", { name: /^Row A, seat 5,/ });
  await expect(seat).toHaveAccessibleName(/Never sold/);
  await expect(page.getByText(/^Nothing sold yet/)).toBeVisible();
  expect(before.figures).toMatchObject({ total_seats: 200, hold_attempts: 0, seats_sold: 0, revenue: 0 });

  let sold = 0;
  for (const [row, count] of [
    ["A", 8],
    ["B", 8],
    ["J", 8],
    ["C", 6],
  ] as const) {
    const visitor = await meetVisitor();
    await holdTogether(visitor, event_id, count, `Row ${row}, seat 5`);
    await expect(page.getByText(`${count} on hold`)).toBeVisible();
    await pay(visitor, `buyer-${row}@example.com`.toLowerCase());
    sold += count;
    await expect(page.getByText(`${sold} sold`)).toBeVisible();
  }
  await comeTooLate(request, event_id);
  await expect.poll(async () => (await readTiles(page))["Hold success"]).not.toBe("100%");

  const after = await expectToAgree(page, event_id);
  expect(after.figures).toMatchObject({ seats_sold: 30, total_bookings: 4, hold_attempts: 6, holds_placed: 5 });
  await expect(seat).toHaveAccessibleName(/Sold once/);
  await expect(page.getByRole("img", { name: /^Revenue by the hour/ })).toHaveAccessibleName(/US\$1,980 in total/);

  await cancelTwo(list);
  await expect.poll(async () => (await readTiles(page))["Cancellation rate"]).toBe("50%");
  const { figures } = await expectToAgree(page, event_id);
  const tilesAfter = await readTiles(page);
  for (const [name, text] of Object.entries(tilesBefore)) expect(tilesAfter[name], name).not.toBe(text);
  expect(await auditFigures(event_id)).toMatchObject({
    seats: figures.total_seats,
    held: figures.seats_held,
    booked: figures.seats_sold,
    bookings: figures.total_bookings,
    cancelled: figures.total_cancellations,
    revenue: figures.revenue,
    "at gateway": figures.revenue,
  });
});

/** Waits until the dashboard shows what the API answers, and returns it; either may be a moment behind. */
async function expectToAgree(page: Page, event_id: string): Promise<SaleAnswers> {
  let answers = await askSale(page, event_id);
  await expect(async () => {
    answers = await askSale(page, event_id);
    expect(await readTiles(page)).toEqual(tilesOf(answers));
    for (const [caption, { columns, rows }] of Object.entries(tablesOf(answers, seat_types)))
      expect(await readTable(page, caption, columns), caption).toEqual(rows);
  }).toPass();
  return answers;
}

/** Holds adjacent seats, picked by one press on `seat`. */
async function holdTogether(page: Page, event_id: string, count: number, seat: string): Promise<void> {
  await openEvent(page, { event_id });
  await press(page.getByRole("button", { name: String(count), exact: true }));
  await pickSeat(page, seat);
  await holdSeats(page);
}

async function pay(page: Page, email: string): Promise<void> {
  await goToPayment(page, email);
  await press(page.getByRole("button", { name: /^Pay / }));
  await expectTicket(page);
}

/** Another guest requests a taken seat, then holds others and releases them. */
async function comeTooLate(request: APIRequestContext, event_id: string): Promise<void> {
  const guest = await request.post("/api/session/guest", { data: {} });
  const { token } = (await guest.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const hold = (seats: string[]) => request.post(`/api/events/${event_id}/hold`, { headers, data: { seats } });
  expect((await hold(["A-5"])).status()).toBe(409);
  const held = await hold(["H-1", "H-2"]);
  expect(held.status()).toBe(201);
  const { holding_id } = (await held.json()) as { holding_id: string };
  expect((await request.post(`/api/${holding_id}/cancel`, { headers })).status()).toBe(200);
}

/** The list of bookings in another tab, before the first booking. */
async function openList(page: Page, event_id: string): Promise<Page> {
  const list = await page.context().newPage();
  await list.goto(`/organizer/events/${event_id}/bookings`);
  await expect(list.getByText("Nothing sold yet")).toBeVisible();
  return list;
}

/** Cancels the two newest bookings in the open list. */
async function cancelTwo(list: Page): Promise<void> {
  const rows = list.getByRole("listitem").filter({ hasText: /booking-\d+/ });
  await expect(rows).toHaveCount(4);
  for (const newest of [0, 1]) {
    await press(rows.nth(newest).getByRole("button", { name: /^Cancel/ }));
    await press(list.getByRole("dialog").getByRole("button", { name: /^Cancel/ }));
    await expect(rows.nth(newest)).toContainText("Cancelled");
  }
  await list.close();
}
