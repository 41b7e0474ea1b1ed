import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { buyOverRest } from "./guest";
import { mailboxPath, readSignInMail } from "./mailbox";
import { createVenue, signUp } from "./organizer-forms";
import { press } from "./picker";
import { expect, test } from "./story";

const newEmail = () => `ann-${randomUUID().slice(0, 8)}@example.com`;

const codeOn = (page: Page) => page.getByRole("textbox", { name: "Code" });

const pressSignIn = (page: Page) => press(page.getByRole("button", { name: "Sign in", exact: true }));

/** Asks for a mail on the page of signing in, and answers with its code and the path of its link. */
async function askForMail(page: Page, email: string, count = 1): Promise<{ code: string; link: string }> {
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(codeOn(page)).toBeFocused();
  return readSignInMail(page, email, count);
}

async function signInByCode(page: Page, email: string, count = 1): Promise<void> {
  const { code } = await askForMail(page, email, count);
  await codeOn(page).fill(code);
  await pressSignIn(page);
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("signs in by the code from the mailbox, and out everywhere", { tag: "@one-size" }, async ({
  page,
  meetVisitor,
}) => {
  const email = newEmail();
  await page.goto("/account");
  await press(page.getByRole("link", { name: "Sign in" }));
  const { code } = await askForMail(page, email);
  const mailbox = await page.context().newPage();
  await mailbox.goto(mailboxPath("/mailbox", { to: email }));
  const mail = mailbox.getByRole("article");
  await expect(mail).toContainText(code);
  await expect(mail).toContainText("Asked for with Chrome on Linux.");
  await codeOn(page).fill(code);
  await pressSignIn(page);
  await expect(page).toHaveURL(/\/account$/);

  const elsewhere = await meetVisitor();
  await elsewhere.goto("/sign-in");
  await signInByCode(elsewhere, email, 2);
  await expect(elsewhere).toHaveURL(/\/bookings$/);
  await elsewhere.goto("/sign-in");
  await expect(elsewhere.getByText(`You are signed in as ${email}.`)).toBeVisible();
  await page.reload();
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

test("a code that was wrong five times is dead, and a new one signs in", { tag: "@one-size" }, async ({
  page,
  monitor,
}) => {
  monitor.expect("401 /api/trpc/session.confirm");
  const email = newEmail();
  await page.goto("/sign-in");
  const { code } = await askForMail(page, email);
  await codeOn(page).fill("12345");
  await pressSignIn(page);
  await expect(codeOn(page)).toHaveAccessibleDescription("Enter the six digits of the mail.");
  for (let tries = 0; tries < 4; tries++) {
    await codeOn(page).fill(wrong(code));
    await pressSignIn(page);
    await expect(codeOn(page)).toHaveAccessibleDescription(/^This code is wrong/);
  }
  await codeOn(page).fill(wrong(code));
  await pressSignIn(page);
  await expect(page.getByText("This code doesn’t work any more.")).toBeVisible();
  await press(page.getByRole("button", { name: "Send a new code" }));
  await expect(codeOn(page)).toBeFocused();
  const { code: newCode } = await readSignInMail(page, email, 2);
  await codeOn(page).fill(`Type this code where you asked for it: ${newCode.slice(0, 3)} ${newCode.slice(3)}`);
  await expect(codeOn(page)).toHaveValue(newCode);
  await pressSignIn(page);
  await expect(page).toHaveURL(/\/bookings$/);
});

test("whoever is offline keeps the address, and asks again", { tag: "@one-size" }, async ({ page, monitor }) => {
  // What the button asks for, and what links load ahead.
  monitor.allow("net::ERR_INTERNET_DISCONNECTED /api/trpc/session.request", "net::ERR_INTERNET_DISCONNECTED /");
  const email = newEmail();
  await page.goto("/sign-in");
  const field = page.getByRole("textbox", { name: "E-mail address" });
  await field.fill(email);
  await page.context().setOffline(true);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.context().setOffline(false);
  await expect(field).toHaveValue(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  await expect(codeOn(page)).toBeFocused();
});

test("a link opened on another device says who asked, and signs in at a press", { tag: "@one-size" }, async ({
  page,
  meetVisitor,
}) => {
  await page.goto("/sign-in");
  const { link } = await askForMail(page, newEmail());
  const phone = await meetVisitor();
  await phone.goto(link);
  await expect(phone).toHaveURL(/\/sign-in$/);
  await expect(phone.getByText("If that wasn’t you, close this page")).toContainText("Chrome on Linux");
  await pressSignIn(phone);
  await expect(phone).toHaveURL(/\/bookings$/);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
});

test("a link that was used says so, and leads to a new mail", { tag: "@one-size" }, async ({ page, monitor }) => {
  monitor.expect("401 /api/trpc/session.describe");
  const email = newEmail();
  await page.goto("/sign-in");
  const { code, link } = await askForMail(page, email);
  await codeOn(page).fill(code);
  await pressSignIn(page);
  await expect(page).toHaveURL(/\/bookings$/);
  await page.context().clearCookies();
  await page.evaluate(() => window.localStorage.clear());
  await page.goto(link);
  await expect(page.getByText("This doesn’t sign in, or doesn’t any more.")).toBeVisible();
  await press(page.getByRole("button", { name: "Ask for a new mail" }));
  await signInByCode(page, email, 2);
  await expect(page).toHaveURL(/\/bookings$/);
});

test("a guest signs in, and has the bookings of before moved on yes", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  const email = newEmail();
  const ticket = await buyOverRest(page, concert, ["A-1", "A-2"], { email });
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await signInByCode(page, email);
  await expect(page.getByRole("status").filter({ hasText: "We found 1 booking" })).toContainText("Is it yours?");
  const found = page.getByRole("main").getByRole("listitem");
  await expect(found).toContainText(concert.name);
  await expect(found.locator("time")).toBeVisible();
  await expect(found).toContainText("2 seats");
  await press(page.getByRole("button", { name: "Yes, move it to my account" }));
  await expect(page).toHaveURL(/\/bookings$/);
  await page.goto(ticket);
  await expect(page.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
});

test("whoever finds no ticket signs in, and comes back to it", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
}) => {
  const email = newEmail();
  const ticket = await buyOverRest(page, concert, ["A-1"], { email });
  await page.context().clearCookies();
  monitor.expect(`404 ${ticket}`);
  await page.goto(ticket);
  await press(page.getByRole("link", { name: "Sign in" }));
  const { link } = await askForMail(page, email);
  const tab = await page.context().newPage();
  await tab.goto(link);
  await pressSignIn(tab);
  await press(tab.getByRole("button", { name: "Yes, move it to my account" }));
  await expect(tab).toHaveURL(new RegExp(`${ticket}$`));
  await expect(tab.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
});

test("an organizer comes back after losing the cookie, to the page where they were", { tag: "@one-size" }, async ({
  page,
}) => {
  const email = newEmail();
  await page.goto("/organizer");
  await signUp(page, email);
  await createVenue(page);
  const { pathname } = new URL(page.url());
  // The page asks no more.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto(pathname);
  await press(page.getByRole("main").getByRole("link", { name: "sign in" }));
  await signInByCode(page, email);
  await expect(page).toHaveURL(new RegExp(`${pathname}$`));
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeVisible();
});
