import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { buyOverRest } from "./guest";
import { readSignInMail, untilMailed } from "./mailbox";
import { press } from "./picker";
import { expect, test } from "./story";

test("somebody downloads what is stored of them, deletes it for good, and gets in with the ticket's link", {
  tag: "@one-size",
}, async ({ page, concert }) => {
  const email = `leaver-${randomUUID().slice(0, 8)}@example.com`;
  await buyOverRest(page, concert, ["A-1"], { email });
  const [mail] = await untilMailed(page, email, 1);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  const { code } = await readSignInMail(page, email);
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await press(page.getByRole("button", { name: "Yes, move it to my account" }));
  await expect(page).toHaveURL(/\/bookings$/);

  await page.goto("/account");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download your data" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Evently, user-\d+\.json$/);
  const stored = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(stored).toMatchObject({ account: { email }, bookings: [{ booking: { seats: ["A-1"], buyer: { email } } }] });

  const answer = await page.request.get(`/api/bookings/${stored.bookings[0].booking.booking_id}`);
  const { link } = (await answer.json()) as { link: string };
  expect(mail?.text).not.toContain(link);
  await press(page.getByRole("button", { name: "Delete your account" }));
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await expect(dialog).toContainText("This can’t be undone");
  await expect(dialog).toContainText("Your bookings stay, and so do your seats");
  await press(dialog.getByRole("button", { name: "Delete for good" }));
  await expect(page.getByRole("heading", { level: 1, name: "Your data is deleted" })).toBeVisible();

  await page.goto("/bookings");
  await expect(page.getByText(concert.name)).toHaveCount(0);
  await page.goto(`/t/${link}`);
  await expect(page.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
});
