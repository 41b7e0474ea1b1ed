import { randomUUID } from "node:crypto";
import { buyOverRest } from "./guest";
import { mailboxPath, untilMailed } from "./mailbox";
import { press } from "./picker";
import { expect, test } from "./story";

/** The link to a booking, which needs no cookie. */
const byLink = /\/t\/\d+\.[\w-]{22}$/;

test("a guest finds the ticket in the mail, and the cancellation after it", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  const email = `ann-${randomUUID().slice(0, 8)}@example.com`;
  const ticket = await buyOverRest(page, concert, ["A-1", "A-2"], { email });
  await untilMailed(page, email, 1);
  await page.goto(mailboxPath("/mailbox", { to: email }));
  const mail = page.getByRole("article").filter({ hasText: `Your tickets for ${concert.name}` });
  await expect(mail).toContainText("Your booking is confirmed and paid.");
  await expect(mail.getByRole("link", { name: byLink })).toBeVisible();
  await mail.getByText("As it looks").click();
  const shown = mail.frameLocator("iframe");
  await expect(shown.getByRole("heading", { name: concert.name })).toBeVisible();
  await expect(shown.getByRole("link", { name: "Open your tickets" })).toHaveAttribute("href", byLink);

  await page.goto(ticket);
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  await press(page.getByRole("button", { name: "Cancel and refund US$170" }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
  const [cancelled] = await untilMailed(page, email, 2);
  expect(cancelled?.subject).toBe(`Your booking for ${concert.name} is cancelled`);
  expect(cancelled?.text).toContain("Your refund of US$170 is on its way");
});

test("an organizer sees which mails an event's buyers got", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("A mailed concert", 30);
  const visitor = await meetVisitor();
  const email = `bob-${randomUUID().slice(0, 8)}@example.com`;
  await buyOverRest(visitor, concert, ["A-1"], { email });
  await untilMailed(visitor, email, 1);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/mails`);
  const line = page.getByRole("listitem").filter({ hasText: "Booking confirmed" });
  await expect(line).toContainText("Sent");
  await page.getByLabel("Show").selectOption("Not delivered");
  await expect(page.getByText("Every mail was accepted so far.")).toBeVisible();
});

test("nobody finds the mailbox without its key", { tag: "@one-size" }, async ({ page, monitor }) => {
  monitor.expect("404 /mailbox");
  const answer = await page.goto("/mailbox?key=wrong");
  expect(answer?.status()).toBe(404);
});
