import { randomUUID } from "node:crypto";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { untilMailed } from "./mailbox";
import { press } from "./picker";
import { expect, test } from "./story";

const newEmail = () => `ann-${randomUUID().slice(0, 8)}@example.com`;

/** The path of a booking's link in a text. */
const readLink = (text: string | null | undefined) => /\/t\/\d+\.[\w-]{22}/.exec(text ?? "")?.[0] ?? "";

test("a guest who lost the cookie opens the ticket by the link from the mail, and cancels", {
  tag: "@one-size",
}, async ({ page, concert }) => {
  const email = newEmail();
  await buyOverRest(page, concert, ["A-1"], { email });
  const [mail] = await untilMailed(page, email, 1);
  await page.context().clearCookies();
  const opened = await page.goto(readLink(mail?.text));
  expect(opened?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex" });
  await expect(page.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  await press(page.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
});

test("a link that its buyer replaces is dead, and the new one opens the ticket", { tag: "@one-size" }, async ({
  page,
  concert,
  meetVisitor,
  monitor,
}) => {
  const ticket = await buyOverRest(page, concert, ["A-1"], { email: newEmail() });
  await page.goto(ticket);
  const saved = page.getByRole("region", { name: "Link to this ticket" });
  const former = readLink(await saved.getByRole("link").getAttribute("href"));
  await press(saved.getByRole("button", { name: "Replace link" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Replace link" }));
  await expect(saved.getByRole("link")).not.toHaveAttribute("href", new RegExp(former.replace(".", "\\.")));
  const latest = readLink(await saved.getByRole("link").getAttribute("href"));

  const visitor = await meetVisitor();
  monitor.expect(`404 ${former}`);
  expect((await visitor.goto(former))?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { level: 1, name: "This link opens no ticket" })).toBeVisible();
  expect.soft(await findViolations(visitor)).toEqual([]);
  await visitor.goto(latest);
  await expect(visitor.getByRole("article", { name: "Ticket" })).toContainText(concert.name);
});
