import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { press } from "./picker";
import { expect, test } from "./story";

test("a manager reads what came in and went back, by days, and takes each movement away as a file", async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("An evening that is accounted for", 30);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}`);
  await press(page.getByRole("link", { name: "Accounting", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: "Accounting" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No money moved yet" })).toBeVisible();

  const buyer = await meetVisitor();
  const ticket = await buyOverRest(buyer, concert, ["C-3", "C-4"]);
  await post(page, `/api${ticket}/refunds`, { amount: 2050, reason: "Ida was ill" });
  await post(page, `/api/events/${concert.event_id}/counter-sales`, { seats: ["BALJ-1"], payment: "cash" });
  await page.reload();
  await expect(tileOf(page, "Gross")).toContainText("US$210");
  await expect(tileOf(page, "Refunds")).toContainText("US$20.50");
  await expect(tileOf(page, "Fees")).toContainText("US$0");
  await expect(tileOf(page, "Net")).toContainText("US$189.50");
  await expect(tileOf(page, "Net")).toContainText("Card US$149.50, cash US$40, invoice US$0");
  const days = page.getByRole("region", { name: "Table: Money by the day" });
  await expect(days.getByRole("row", { name: /^Total/ })).toHaveText(/US\$210US\$20\.50US\$0US\$189\.50/);
  expect.soft(await findViolations(page)).toEqual([]);

  await post(page, `/api/events/${concert.event_id}/counter-sales`, { seats: ["BALJ-2"], payment: "cash" });
  await press(page.getByRole("button", { name: "Refresh" }));
  await expect(tileOf(page, "Gross")).toContainText("US$250");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Accounting as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^An evening that is accounted for, \d{4}-\d\d-\d\d, accounting\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).not.toMatch(/@|Ida/);
  const amounts = text.trimEnd().split("\r\n").slice(1);
  expect(amounts.map((line) => line.split(",").slice(2, 5))).toEqual([
    ["sale", "card", "170.00"],
    ["refund", "card", "-20.50"],
    ["sale", "cash", "40.00"],
    ["sale", "cash", "40.00"],
  ]);

  monitor.expect("401 /api/trpc/event.accounting");
  await page.context().clearCookies();
  await press(page.getByRole("button", { name: "Refresh" }));
  await expect(page.getByRole("status").filter({ hasText: "We couldn’t refresh." })).toBeVisible();
  await expect(tileOf(page, "Gross")).toContainText("US$250");
});

test("accounting that can't be read says so and is asked for again", { tag: "@one-size" }, async ({
  page,
  host,
  monitor,
}) => {
  const concert = await host.announce("An evening behind a broken line", 30);
  await host.signIn(page);
  const cut = "net::ERR_CONNECTION_REFUSED";
  monitor.allow(`${cut} /api/trpc/event.accounting`);
  await page.route(/\/api\/trpc\/[^?]*event\.accounting/, (route) => route.abort("connectionrefused"));
  await page.goto(`/organizer/events/${concert.event_id}/accounting`);
  const problem = page.getByRole("main").getByRole("alert");
  await expect(problem).toContainText(/could not reach/);
  await page.unrouteAll();
  await press(problem.getByRole("button", { name: "Try again" }));
  await expect(page.getByText("By day").or(page.getByText("No money moved yet"))).toBeVisible();
});

const tileOf = (page: Page, name: string) =>
  page
    .getByRole("main")
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: name }) });

/** As the page itself would. */
async function post(page: Page, path: string, body: object): Promise<void> {
  const status = await page.evaluate(
    async ([url, text]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body: text })).status;
    },
    [path, JSON.stringify(body)] as const,
  );
  expect(status).toBeLessThan(300);
}
