import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { audit } from "./audit";
import { chooseCard, expectTicket, openPayment } from "./checkout";
import { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test("what was made is changed while it sells: dates, a typo, a move, a price, a draft", async ({
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

  await change(
    page,
    event_id,
    async () => {
      const field = page.getByLabel("Starts", { exact: true });
      const start = await field.inputValue();
      await field.fill(start.replace(/T.*/, "T21:15"));
    },
    /2 bookings of the old date stay valid/,
  );
  await booked.reload();
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

  const draft = await organizer.announce(`Draft ${name}`, 50, { status: "draft" });
  await page.goto(`/organizer/events/${draft.event_id}`);
  await press(page.getByRole("button", { name: "Delete draft" }));
  await press(page.getByRole("button", { name: "Delete", exact: true }));
  await expect(page).toHaveURL(/\/organizer$/);
  expect((await page.request.get(`/api/events/${draft.event_id}`)).status()).toBe(404);

  await page.goto(`/organizer/events/${event_id}/journal`);
  for (const action of ["Copied to other dates", "All copies are there", "Changed", "Booking cancelled", "Published"])
    await expect(page.getByRole("heading", { name: action, exact: true }).first()).toBeVisible();
  expect(await audit(event_id)).toContain("bookings");
});

/** Changes a saved event through its page: what `fill` types, once its consequences are read. */
async function change(page: Page, event_id: string, fill: () => Promise<void>, consequence?: RegExp): Promise<void> {
  await page.goto(`/organizer/events/${event_id}/edit`);
  await fill();
  await press(page.getByRole("button", { name: /^Save \d changes?$/ }));
  const dialog = page.getByRole("dialog");
  if (consequence) await expect(dialog.getByText(consequence)).toBeVisible();
  await press(dialog.getByRole("button", { name: "Save", exact: true }));
  await expect(page).toHaveURL(new RegExp(`/organizer/events/${event_id}$`));
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
