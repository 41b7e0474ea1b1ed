import { randomUUID } from "node:crypto";
import { becomeGuest, buyOverRest } from "./guest";
import { mailboxPath, untilMailed } from "./mailbox";
import { venue } from "./organizer-forms";
import { press } from "./picker";
import { askForMail, signInByCode } from "./sign-in-by-code";
import { expect, test } from "./story";

const newEmail = () => `ann-${randomUUID().slice(0, 8)}@example.com`;

test("signs in by the code from the mailbox, and out everywhere", async ({ page, meetVisitor }) => {
  const email = newEmail();
  const { code } = await askForMail(page, email);
  const mailbox = await page.context().newPage();
  await mailbox.goto(mailboxPath("/mailbox", { to: email }));
  await expect(mailbox.getByRole("article")).toContainText(code);
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page).toHaveURL(/\/bookings$/);

  const elsewhere = await meetVisitor();
  await signInByCode(elsewhere, email, 2);
  await expect(elsewhere).toHaveURL(/\/bookings$/);
  await page.goto("/account");
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  await press(page.getByRole("button", { name: "Sign out everywhere" }));
  await expect(page).toHaveURL(/\/$/);
  for (const browser of [page, elsewhere])
    await expect(async () => {
      await browser.goto("/account");
      await expect(browser.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
    }).toPass();
});

test("a wrong code is a fault of its field, and the right one signs in", { tag: "@one-size" }, async ({
  page,
  monitor,
}) => {
  monitor.expect("401 /api/trpc/session.confirm");
  const { code } = await askForMail(page, newEmail());
  const field = page.getByRole("textbox", { name: "Code" });
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(field).toHaveAccessibleDescription(/This code is wrong/);
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page).toHaveURL(/\/bookings$/);
});

test("a link opened on another device says who asked, and signs in at a press", async ({ page, meetVisitor }) => {
  const { link } = await askForMail(page, newEmail());
  const phone = await meetVisitor();
  await phone.goto(link);
  await expect(phone).toHaveURL(/\/sign-in$/);
  await expect(phone.getByText("If that wasn’t you, close this page")).toContainText("Chrome on Linux");
  await press(phone.getByRole("button", { name: "Sign in", exact: true }));
  await expect(phone).toHaveURL(/\/bookings$/);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
});

test("a guest who lost the cookie opens the ticket by the link from the mail, and cancels", async ({
  page,
  concert,
}) => {
  const email = newEmail();
  await buyOverRest(page, concert, ["A-1"], { email });
  const [mail] = await untilMailed(page, email, 1);
  const [link = ""] = /\/t\/\d+\.[\w-]{22}/.exec(mail?.text ?? "") ?? [];
  await page.context().clearCookies();
  const opened = await page.goto(link);
  expect(opened?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex" });
  await expect(page.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  await press(page.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
});

test("a guest signs in, and has the bookings of before moved on yes", async ({ page, concert }) => {
  const email = newEmail();
  await buyOverRest(page, concert, ["A-1"], { email });
  await untilMailed(page, email, 1);
  await page.context().clearCookies();
  await signInByCode(page, email, 2);
  await expect(page.getByRole("status").filter({ hasText: "One booking" })).toBeVisible();
  await press(page.getByRole("button", { name: "Yes, move it to my account" }));
  await expect(page).toHaveURL(/\/bookings$/);
  await expect(page.getByRole("main").getByText(concert.name).first()).toBeVisible();
});

test("an organizer comes back after losing the cookie", async ({ page }) => {
  const email = newEmail();
  await page.goto("/organizer");
  await page.getByRole("textbox", { name: "Name" }).fill(venue.name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Create account" }));
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeVisible();
  await page.context().clearCookies();
  await signInByCode(page, email);
  await expect(page).toHaveURL(/\/organizer$/);
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeVisible();
});

test("a link that opens no ticket is not found", { tag: "@one-size" }, async ({ page, monitor }) => {
  const path = "/t/1.AAAAAAAAAAAAAAAAAAAAAA";
  monitor.expect(`404 ${path}`);
  await becomeGuest(page);
  expect((await page.goto(path))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "This link opens no ticket" })).toBeVisible();
});
