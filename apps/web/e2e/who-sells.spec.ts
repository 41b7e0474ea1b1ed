import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectTicket } from "./checkout";
import { holdOverRest } from "./guest";
import { untilMailed } from "./mailbox";
import { openEvent, press } from "./picker";
import { expect, test } from "./story";

const identity = {
  name: "Theater an der Gasse",
  legal_name: "Theater an der Gasse GmbH",
  address: "Gasse 1, 1010 Wien",
  contact_email: "kasse@theater.example",
  vat_id: "ATU12345678",
  terms_url: "https://theater.example/terms/2026",
  privacy_url: "https://theater.example/privacy",
};

/** Until the site says it: its pages and the API remember a seller for two seconds each. */
async function untilSold(page: Page, event: { event_id: string }, name: string): Promise<void> {
  await expect(async () => {
    await openEvent(page, event);
    await expect(page.getByRole("region", { name: "Seller" })).toContainText(name, { timeout: 1_000 });
  }).toPass();
}

test("a buyer reads who sells before paying, and keeps the terms that were shown", async ({ page, host }) => {
  const concert = await host.announce("A play with a seller", 30);
  await host.identify(identity);
  await untilSold(page, concert, `Sold by ${identity.name}`);
  const notice = page.getByRole("region", { name: "Seller" });
  await press(notice.getByText("Legal notice"));
  for (const fact of [identity.legal_name, identity.address, identity.contact_email, identity.vat_id])
    await expect(notice.getByText(fact)).toBeVisible();

  const email = `ann-${randomUUID().slice(0, 8)}@example.com`;
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["A-1"], { email })}`);
  const terms = page.getByRole("link", { name: `terms of ${identity.name}` });
  await expect(terms).toBeInViewport();
  await expect(terms).toHaveAttribute("href", identity.terms_url);
  await host.identify({ terms_url: "https://theater.example/terms/2027" });
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expectTicket(page);

  const ticket = page.getByRole("article", { name: "Ticket" });
  await expect(ticket).toContainText(`Sold by${identity.name}`);
  const accepted = page.getByRole("link", { name: "the seller’s terms" });
  await expect(accepted).toHaveAttribute("href", identity.terms_url);
  const [mail] = await untilMailed(page, email, 1);
  expect(mail?.text).toContain(`Seller: ${identity.legal_name}`);
  expect(mail?.text).toContain(identity.terms_url);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  const calendar = await readFile(await (await download).path(), "utf8");
  expect(calendar.replaceAll("\r\n ", "")).toContain(`Organizer: ${identity.name}\\, ${identity.contact_email}`);
});

test("of a seller who states nothing nothing is shown but the name", { tag: "@one-size" }, async ({ page, host }) => {
  const concert = await host.announce("A play without a notice", 30);
  await untilSold(page, concert, "Sold by House manager");
  await expect(page.getByText("Legal notice")).toBeHidden();
  await page.goto(`/checkout/${await holdOverRest(page, concert, ["A-1"])}`);
  await expect(page.getByRole("button", { name: "Pay US$85" })).toBeVisible();
  await expect(page.getByText("you accept")).toBeHidden();
});
