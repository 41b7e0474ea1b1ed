import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { change } from "./change-event";
import { buyOverRest } from "./guest";
import { untilMailed } from "./mailbox";
import { openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

const rowOf = (desk: Page, email: string) => desk.getByRole("listitem").filter({ hasText: email });

test("an organizer refunds one seat of four: it is free again, and buyer, mail and figures say the same", async ({
  page: desk,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("Four seats, and one comes back", 30);
  const buyer = await meetVisitor();
  const email = `ida-${randomUUID().slice(0, 8)}@example.com`;
  await buyer.goto(await buyOverRest(buyer, concert, ["C-3", "C-4", "C-5", "C-6"], { email }));
  const visitor = await meetVisitor();
  await openEvent(visitor, concert);
  await expect(seatOn(visitor, "Row C, seat 4")).toHaveAccessibleName(/, taken/);

  await host.signIn(desk);
  await desk.goto(`/organizer/events/${concert.event_id}/bookings`);
  await press(rowOf(desk, email).getByRole("button", { name: /^Refund / }));
  const dialog = desk.getByRole("dialog", { name: `Refund to ${email}` });
  await press(dialog.getByRole("button", { name: "Continue" }));
  await expect(dialog.getByText("Choose at least one seat.")).toBeVisible();
  await expect(dialog.getByText("Say why: the buyer reads it.")).toBeVisible();
  await press(dialog.getByRole("checkbox", { name: /Row C, seat 4/ }));
  await dialog.getByRole("textbox", { name: "Reason" }).fill("One of you is ill");
  await press(dialog.getByRole("button", { name: "Continue" }));
  await expect(dialog.getByText("Stalls, Row C, seat 4 is free again at once, while the sale is open.")).toBeVisible();
  await expect(dialog.getByText(/Stalls, Row C, seats 3, 5 and 6 stay booked\.$/)).toBeVisible();
  await expect(dialog.getByText("US$255 stays with you.")).toBeVisible();
  await expect(dialog.getByText("You can’t undo this.")).toBeVisible();
  await press(dialog.getByRole("button", { name: "Refund US$85" }));
  await expect(dialog).toBeHidden();
  await expect(rowOf(desk, email)).toContainText(/US\$85 of US\$340 refund/);
  await press(rowOf(desk, email).getByText("Refunds"));
  await expect(rowOf(desk, email)).toContainText("One of you is ill");

  await expect(seatOn(visitor, "Row C, seat 4")).toHaveAccessibleName(/, available/);
  await expect(seatOn(visitor, "Row C, seat 5")).toHaveAccessibleName(/, taken/);
  await pickSeat(visitor, "Row C, seat 4");

  // The open page follows by itself.
  const refunds = buyer.getByRole("region", { name: "Refunds" });
  await expect(refunds).toContainText("One of you is ill");
  await expect(refunds).toContainText("Stalls, Row C, seat 4");
  await expect(refunds).toContainText("US$85 of US$340 is refunded, US$255 stays paid.");
  await expect(buyer.getByRole("img", { name: /^QR code/ })).toHaveCount(3);

  const [mail] = await untilMailed(buyer, email, 2);
  expect(mail?.subject).toBe(`Your refund of US$85 for ${concert.name}`);
  for (const words of [
    "Your refund of US$85 is on its way to the card you paid with.",
    "Reason: One of you is ill",
    "Refunded: US$85 of US$340",
    "Seats: Stalls, Row C, seats 3, 5 and 6",
  ])
    expect(mail?.text).toContain(words);

  const answer = await desk.request.get(`/api/events/${concert.event_id}/analytics`);
  expect(await answer.json()).toMatchObject({ seats_sold: 3, revenue: 25_500, total_cancellations: 0 });
  await desk.goto(`/organizer/events/${concert.event_id}/journal`);
  await expect(desk.getByText("One of you is ill")).toBeVisible();
});

test("an organizer refunds an amount, never more than is left, and all seats stay", async ({
  page: desk,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("An evening with a late start", 30);
  const buyer = await meetVisitor();
  const ticket = await buyOverRest(buyer, concert, ["C-3", "C-4"]);
  await host.signIn(desk);
  await desk.goto(`/organizer/events/${concert.event_id}/box-office`);
  await desk.getByRole("combobox", { name: "Section" }).selectOption({ label: "Stalls" });
  await desk.getByRole("combobox", { name: "Row" }).selectOption({ label: "C" });
  await desk.getByRole("textbox", { name: "Seats" }).fill("3");
  await press(desk.getByRole("button", { name: "Choose this seat" }));
  await press(desk.getByRole("button", { name: /^Refund booking-/ }));
  const dialog = desk.getByRole("dialog", { name: /^Refund to / });
  // What was chosen on the map is chosen here.
  await expect(dialog.getByRole("checkbox", { name: /Row C, seat 3/ })).toBeChecked();
  await press(dialog.getByRole("radio", { name: /^An amount/ }));
  const amount = dialog.getByRole("textbox", { name: "Amount in USD" });
  await amount.fill("170.01");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("It began an hour late");
  await press(dialog.getByRole("button", { name: "Continue" }));
  await expect(amount).toHaveAccessibleDescription("At most US$170 is left to refund.");
  await amount.fill("20,50");
  await press(dialog.getByRole("button", { name: "Continue" }));
  await expect(
    dialog.getByText("Stalls, Row C, seats 3 and 4 stay booked, and their tickets stay valid."),
  ).toBeVisible();
  await expect(dialog.getByText("US$149.50 stays with you.")).toBeVisible();
  await press(dialog.getByRole("button", { name: "Back" }));
  await expect(amount).toHaveValue("20,50");
  await press(dialog.getByRole("button", { name: "Continue" }));
  await press(dialog.getByRole("button", { name: "Refund US$20.50" }));
  await expect(dialog).toBeHidden();
  await expect(desk.getByText(/US\$20\.50 of US\$170 refund/).first()).toBeVisible();

  await buyer.goto(ticket);
  await expect(buyer.getByRole("region", { name: "Refunds" })).toContainText(
    "US$20.50 of US$170 is refunded, US$149.50 stays paid.",
  );
  await expect(buyer.getByRole("img", { name: /^QR code/ })).toHaveCount(2);
  await press(buyer.getByRole("button", { name: /^Cancel booking/ }));
  await expect(buyer.getByRole("dialog", { name: "Cancel this booking?" })).toContainText(/Your refund\s*US\$149\.50/);
});

test("under a policy of half the price, the buyer reads the same amount before and after cancelling", async ({
  page,
  host,
}) => {
  const cancellation_policy = { hours_before: 48, percent: 50 };
  const concert = await host.announce("Half of it comes back", 30, { cancellation_policy });
  const email = `ole-${randomUUID().slice(0, 8)}@example.com`;
  await openEvent(page, concert);
  await expect(page.getByText("You can cancel until 48 hours before, with 50% of the price back")).toBeVisible();
  await page.goto(await buyOverRest(page, concert, ["C-3", "C-4", "BALJ-1"], { email }));
  await expect(page.getByText(/^You can cancel until .*, with 50% of the price back: US\$105\.$/)).toBeVisible();
  // A mail tells what is true when it is sent.
  const [confirmed] = await untilMailed(page, email, 1);
  expect(confirmed?.text).toContain("with 50% of the price back: US$105.");
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
  await expect(dialog).toContainText(/Your refund\s*US\$105/);
  await expect(dialog.getByText("The seller keeps US$105 of the US$210 that you paid.")).toBeVisible();
  await press(dialog.getByRole("button", { name: "Cancel and refund US$105" }));
  const note = page.getByRole("status").filter({ hasText: "This booking is cancelled" });
  await expect(note).toContainText(/US\$105 (is on its way|was refunded) to the card you paid with\./);
  await expect(note).toContainText("The seller keeps US$105 of the US$210 that you paid.");

  const [cancelled] = await untilMailed(page, email, 2);
  expect(cancelled?.text).toContain("Your refund of US$105 is on its way to the card you paid with.");
  expect(cancelled?.text).toContain("The seller keeps US$105 of the US$210 that you paid.");
});

test("an organizer says how much of the price comes back", { tag: "@one-size" }, async ({ page, host }) => {
  const concert = await host.announce("Its rule changes", 30);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/edit`);
  const percent = page.getByRole("textbox", { name: "Percent of the price that they get back" });
  await expect(percent).toHaveValue("100");
  await percent.fill("101");
  await press(page.getByRole("button", { name: /^Save/ }));
  await expect(percent).toHaveAccessibleDescription("A whole number from 0 to 100.");
  await change(page, concert.event_id, () => percent.fill("0"), /^Who has booked already keeps what applied then/);
  await openEvent(page, concert);
  await expect(page.getByText("You can cancel until the event begins, with nothing back")).toBeVisible();
});
