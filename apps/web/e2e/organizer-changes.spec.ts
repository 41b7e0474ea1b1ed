import { randomUUID } from "node:crypto";
import type { EventAnalytics } from "@evently/core/analytics";
import type { Page } from "@playwright/test";
import { formatCount } from "../src/ui/format/format-count";
import { auditFigures } from "./audit-figures";
import { change, moveTo } from "./change-event";
import { chooseCard, expectTicket, goToPayment, openPayment } from "./checkout";
import { buyOverRest } from "./guest";
import { Organizer } from "./organizer";
import { holdSeats, noticeIn, openEvent, pickSeat, press } from "./picker";
import { askSale } from "./sale-answers";
import { expect, test } from "./story";

test("what was made is changed while it sells: dates, a typo, a move, a price, a draft", { tag: "@one-size" }, async ({
  page,
  meetVisitor,
}) => {
  test.slow();
  const organizer = await new Organizer().settle();
  const name = `Winter jurney ${randomUUID().slice(0, 8)}`;
  const concert = await organizer.announce(name, 40, { cancellation_policy: null });
  await organizer.untilListed(concert);
  await organizer.signIn(page);
  const { event_id } = concert;

  const booked = await meetVisitor();
  const slow = await meetVisitor();
  await openPayment(booked, concert, ["A-1"]);
  await pay(booked);
  await expect(booked.getByRole("button", { name: /^Cancel booking/ })).toHaveCount(0);
  await openPayment(slow, concert, ["A-5", "A-6"]);

  const corrected = name.replace("jurney", "journey");
  await change(page, event_id, async () => {
    await page.getByRole("textbox", { name: "Name", exact: true }).fill(corrected);
    await page.getByRole("textbox", { name: "Premium", exact: true }).fill("99");
  });
  await pay(slow, "US$170");
  await expect(slow.getByRole("heading", { level: 1 })).toHaveText(corrected);
  const late = await meetVisitor();
  await openPayment(late, concert, ["A-7"]);
  await expect(late.getByRole("button", { name: "Pay US$99" })).toBeVisible();

  const unreachable = ["B-1", "B-2", "B-3"];
  for (const seat of unreachable) await buyOverRest(await meetVisitor(), concert, [seat], {});
  await change(
    page,
    event_id,
    () => moveTo(page, "21:15"),
    new RegExp(`^${unreachable.length + 2} bookings of the old date stay valid`),
    new RegExp(`^${unreachable.length} buyers left no e-mail address and can only see it`),
  );
  await expect(booked.getByText("This event has moved")).toBeVisible();
  await press(booked.getByRole("button", { name: /^Cancel booking/ }));
  await press(booked.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(booked.getByText("This booking is cancelled")).toBeVisible();

  await page.goto(`/organizer/events/${event_id}/copy`);
  await page.getByLabel("How many", { exact: true }).fill("24");
  await press(page.getByRole("button", { name: "Add these dates" }));
  await expect(page.getByRole("heading", { name: "24 dates" })).toBeVisible();
  await press(page.getByRole("button", { name: "Copy to 24 dates" }));
  await expect(page).toHaveURL(/\/organizer$/);
  await expect.poll(() => countDates(page, event_id)).toBe(25);
  await late.goto(`/events/${event_id}`);
  await expect(late.getByRole("heading", { name: "24 other dates" })).toBeVisible();
  await expectOneRow(page, corrected, 25);

  const draft = await organizer.announce(`Draft ${name}`, 50, { status: "draft" });
  await page.goto(`/organizer/events/${draft.event_id}`);
  await press(page.getByRole("button", { name: "Delete draft" }));
  await press(page.getByRole("button", { name: "Delete", exact: true }));
  await expect(page).toHaveURL(/\/organizer$/);
  expect((await page.request.get(`/api/events/${draft.event_id}`)).status()).toBe(404);

  await expect
    .poll(() => readJournal(page, event_id))
    .toEqual(["Created", "Changed", "Changed", "Booking cancelled", "Copied to other dates"]);
  const { figures } = await askSale(page, event_id);
  expect(figures).toMatchObject({
    seats_sold: 5,
    total_bookings: 5,
    total_cancellations: 1,
    revenue: 17_000 + 3 * 9900,
  });
  await expectAudited(event_id, figures);

  await callOffOneDate(page, await meetVisitor(), await findDate(page, event_id));
});

test("a buyer on the page reads a corrected name and a raised price before paying", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("Winter jurney", 30);
  await host.signIn(page);
  const buyer = await meetVisitor();
  await openEvent(buyer, concert);
  await pickSeat(buyer, "Row C, seat 5");
  await change(page, concert.event_id, async () => {
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Winter journey");
    await page.getByRole("textbox", { name: "Premium", exact: true }).fill("99");
  });
  await expect(buyer.getByRole("heading", { level: 1 })).toHaveText("Winter journey");
  const sentence = "The price of Premium is now US$99; it was US$85 when you chose.";
  await expect(noticeIn(buyer, sentence)).toBeVisible();
  await holdSeats(buyer);
  await expect(noticeIn(buyer, sentence)).toBeVisible();
  await goToPayment(buyer, "buyer@example.com");
  await pay(buyer, "US$99");
});

test("a buyer who left the page with a seat chosen reads its raised price on coming back", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor }) => {
  const concert = await host.announce("Raised while away", 30);
  await host.signIn(page);
  const buyer = await meetVisitor();
  await openEvent(buyer, concert);
  await pickSeat(buyer, "Row C, seat 5");
  await buyer.goto("/bookings");
  await change(page, concert.event_id, async () => {
    await page.getByRole("textbox", { name: "Premium", exact: true }).fill("99");
  });
  await openEvent(buyer, concert);
  await expect(noticeIn(buyer, "The price of Premium is now US$99; it was US$85 when you chose.")).toBeVisible();
});

test("a buyer whose page has not heard of a raised price reads it when the seat is held", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("Held at another price", 30);
  await host.signIn(page);
  const buyer = await meetVisitor();
  await keepRevision(buyer);
  await openEvent(buyer, concert);
  await pickSeat(buyer, "Row C, seat 5");
  await change(page, concert.event_id, async () => {
    await page.getByRole("textbox", { name: "Premium", exact: true }).fill("99");
  });
  await holdSeats(buyer);
  await expect(noticeIn(buyer, "The price of Premium is now US$99; it was US$85 when you chose.")).toBeVisible();
  await buyer.unrouteAll({ behavior: "ignoreErrors" });
});

/** Every map that this page gets is of the event's first revision: it learns of no change. */
async function keepRevision(page: Page): Promise<void> {
  let first = "";
  await page.route(/\/api\/trpc\/[^?]*seat\.map/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    first ||= text.match(/"revision":\d+/)?.[0] ?? "";
    await route.fulfill({ response, body: text.replaceAll(/"revision":\d+/g, first) });
  });
}

/** Sells a seat of one date and cancels that date: what its organizer reads before, and its buyer after. */
async function callOffOneDate(page: Page, buyer: Page, event_id: string): Promise<void> {
  await openPayment(buyer, { event_id }, ["A-1"]);
  await pay(buyer, "US$99");
  await page.goto(`/organizer/events/${event_id}`);
  await expect(page.getByText("1 sold")).toBeVisible();
  await press(page.getByRole("button", { name: "Cancel event" }));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 booking with 1 seat is cancelled, and US$99 is refunded")).toBeVisible();
  await expect(dialog.getByText("Buyers are told by mail.")).toBeVisible();
  await press(dialog.getByRole("button", { name: "Cancel and refund US$99" }));
  const refunds = page.getByRole("region", { name: "Refunds" });
  await expect(refunds.getByText("The booking is refunded.")).toBeVisible();
  const paidBack = { state: "cancelled", refund: { amount: 9900, due: false }, payment_status: "refunded" };
  await expect.poll(() => askBooking(buyer)).toMatchObject(paidBack);
  await expect(buyer.getByText("This event is cancelled")).toBeVisible();
  await expect(buyer.getByText("US$99 was refunded to the card you paid with.")).toBeVisible();
  const { figures } = await askSale(page, event_id);
  expect(figures).toMatchObject({ seats_sold: 0, total_bookings: 1, total_cancellations: 1, revenue: 0 });
  await expectAudited(event_id, figures);
  expect((await readJournal(page, event_id)).at(-1)).toBe("Called off; refunds began");
}

/** The booking whose page is open, over REST. */
async function askBooking(page: Page): Promise<unknown> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  return (await page.request.get(`/api/bookings/${id}`)).json();
}

/** The overview has one row for all dates, which opens them by keyboard. */
async function expectOneRow(page: Page, name: string, dates: number): Promise<void> {
  await page.goto("/organizer");
  const row = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name, level: 3 }) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`${dates} dates, `);
  await expect(row).toContainText(new RegExp(`Sold\\s*5\\s*of ${formatCount(dates * 100)}.*US\\$467`));
  await expect(row.locator("summary")).toContainText(`All ${dates} dates`);
  await row.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("heading", { level: 4 })).toHaveCount(dates);
}

/** What people decided about an event, oldest first; without what followed by itself. */
async function readJournal(page: Page, event_id: string): Promise<string[]> {
  await page.goto(`/organizer/events/${event_id}/journal`);
  const entries = page.getByRole("main").getByRole("article");
  await expect(entries.first()).toBeVisible();
  const decided = entries.filter({ hasNotText: "by itself, as decided before" }).getByRole("heading");
  return (await decided.allTextContents()).reverse();
}

async function expectAudited(event_id: string, figures: EventAnalytics): Promise<void> {
  expect(await auditFigures(event_id)).toMatchObject({
    seats: figures.total_seats,
    booked: figures.seats_sold,
    bookings: figures.total_bookings,
    cancelled: figures.total_cancellations,
    revenue: figures.revenue,
    "at gateway": figures.revenue,
  });
}

/** One of the other dates. */
async function findDate(page: Page, event_id: string): Promise<string> {
  const series_id = event_id.replace("event", "series");
  const answer = await page.request.get(`/api/events?series_id=${series_id}&mine=true&limit=200`);
  const { items } = (await answer.json()) as { items: { event_id: string }[] };
  return items.find((date) => date.event_id !== event_id)?.event_id ?? "";
}

async function pay(page: Page, amount = ""): Promise<void> {
  await chooseCard(page, "A card that works");
  await press(page.getByRole("button", { name: new RegExp(`^Pay ${amount.replace("$", "\\$")}`) }));
  await expectTicket(page);
}

async function countDates(page: Page, event_id: string): Promise<number> {
  const series_id = event_id.replace("event", "series");
  const answer = await page.request.get(`/api/events?series_id=${series_id}&limit=200`);
  return ((await answer.json()) as { total: number }).total;
}
