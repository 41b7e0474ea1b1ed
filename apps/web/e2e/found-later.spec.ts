import { randomUUID } from "node:crypto";
import { buyOverRest, holdOverRest } from "./guest";
import { untilMailed } from "./mailbox";
import { press } from "./picker";
import { expect, test } from "./story";

const newEmail = () => `ann-${randomUUID().slice(0, 8)}@example.com`;

test("a guest who signs in with a hold open pays for it, gets the mail, and finds the booking later", {
  tag: "@one-size",
}, async ({ page, concert }) => {
  const email = newEmail();
  const holding_id = await holdOverRest(page, concert, ["A-1"], {});
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Send me a code" }));
  const [mail] = await untilMailed(page, email, 1);
  await page.getByRole("textbox", { name: "Code" }).fill(/\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "");
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  await expect(page).toHaveURL(/\/bookings$/);
  await page.goto(`/checkout/${holding_id}`);
  await expect(page.getByText("Contact for the ticket")).toContainText(email);
  await page.request.post(`/api/${holding_id}/confirm`, { data: { payment: { token: "tok_visa" } } });
  await untilMailed(page, email, 2);
  await page.goto("/bookings");
  await press(page.getByRole("button", { name: "Yes, move it to my account" }));
  await expect(page.getByRole("main").getByText(concert.name).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "More of yours?" })).toBeHidden();
  await page.goto("/sign-in");
  await expect(page.getByText("You are signed in as")).toContainText(email);
});

test("a booking that was cancelled by its link elsewhere is shown as that", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
}) => {
  monitor.expect("409 /api/trpc/ticket.cancel");
  const email = newEmail();
  await buyOverRest(page, concert, ["A-2"], { email });
  const [mail] = await untilMailed(page, email, 1);
  const [link = ""] = /\/t\/\d+\.[\w-]{22}/.exec(mail?.text ?? "") ?? [];
  await page.goto(link);
  const file = await page.request.get(`${link}/calendar.ics`);
  expect(await file.text()).not.toContain("/t/");
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  expect((await page.request.post(`/api/tickets/${link.slice("/t/".length)}/cancel`)).status()).toBe(200);
  await press(page.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
});
