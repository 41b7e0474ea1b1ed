import type { Page } from "@playwright/test";
import { findViolations } from "../find-violations";
import { holdOverRest } from "../guest";
import { openEvent, press, seatOn } from "../picker";
import { expect, test } from "./stripe-story";

test.use({ accounts: "sellers" });

const alert = (page: Page) => page.getByRole("dialog").getByRole("alert");

async function publish(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Publish" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Publish" }));
}

test("while the account at Stripe is not finished an event can't go on sale and says why", async ({
  page,
  monitor,
  meetVisitor,
  stripeSite: { double, organizer },
}) => {
  monitor.expect("400 /api/trpc/event.publish");
  const draft = await organizer.announce("Paid once the house is ready", 30, { status: "draft" });
  const event = `/organizer/events/${draft.event_id}`;
  await organizer.signIn(page);
  await page.goto("/organizer/events/new");
  await expect(page.getByText("Until then an event with a price can only be saved as a draft.")).toBeVisible();
  await page.goto(event);
  await expect(page.getByText("This event has a price, so it can’t go on sale until then.")).toBeVisible();
  await publish(page);
  await expect(alert(page)).toContainText("Nobody can pay for this event by card yet, so it can’t be sold at a price.");
  await expect(alert(page)).toContainText("Your organization has no account at Stripe.");
  expect.soft(await findViolations(page)).toEqual([]);
  await press(alert(page).getByRole("link", { name: "Set up payments" }));

  await expect(page.getByRole("heading", { name: "No account for card payments yet" })).toBeVisible();
  expect.soft(await findViolations(page)).toEqual([]);
  // Whoever leaves Stripe's pages half way.
  await page.route(
    `${double.origin}/_double/onboard*`,
    (route) => {
      const back = new URL(route.request().url()).searchParams.get("return_url") ?? "";
      return route.fulfill({ contentType: "text/html", body: `<a href="${back.replaceAll("&", "&amp;")}">Later</a>` });
    },
    { times: 1 },
  );
  await press(page.getByRole("button", { name: "Connect with Stripe" }));
  await page.getByRole("link", { name: "Later" }).click();
  await expect(page.getByRole("heading", { name: "Your account at Stripe is not finished" })).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "a bank account for payouts" })).toBeVisible();
  expect.soft(await findViolations(page)).toEqual([]);
  await page.goto(event);
  await publish(page);
  await expect(alert(page)).toContainText("Your organization’s account at Stripe is not finished.");
  await press(alert(page).getByRole("link", { name: "Set up payments" }));

  await press(page.getByRole("button", { name: "Continue at Stripe" }));
  await expect(page.getByRole("heading", { name: "You take card payments" })).toBeVisible();
  expect.soft(await findViolations(page)).toEqual([]);
  // Without a reload, which would read anew whether the house can be paid.
  await press(page.getByRole("navigation", { name: "Organizer" }).getByRole("link", { name: "Events" }));
  await press(page.getByRole("main").getByRole("link", { name: draft.name, exact: true }));
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  await expect(page.getByText("can’t be paid by card yet")).toHaveCount(0);
  await publish(page);
  await expect(page.getByRole("button", { name: "Pause sales" })).toBeVisible();
  await expect(page.getByText("can’t be paid by card yet")).toHaveCount(0);

  const buyer = await meetVisitor();
  await openEvent(buyer, draft);
  await expect(seatOn(buyer, "Row A, seat 1")).toHaveAccessibleName(/, available/);
  const checkout = `/checkout/${await holdOverRest(buyer, draft, ["A-1"])}`;
  const read = () => page.request.get(`/api/organizations/${organizer.organization_id}/payment-account`);
  const { account_id } = (await (await read()).json()) as { account_id: string };
  await double.order({ order: "enable_account", account: account_id, enabled: false });
  await expect.poll(async () => ((await (await read()).json()) as { state: string }).state).toBe("restricted");
  await page.goto(`/organizer/organizations/${organizer.organization_id}/payments`);
  await expect(page.getByRole("heading", { name: "Stripe lets you take no card payments now" })).toBeVisible();
  const told = buyer.getByRole("main").getByRole("alert");
  await expect(async () => {
    await buyer.goto(checkout);
    await expect(told).toContainText("This seller can’t be paid by card at the moment.", { timeout: 3_000 });
  }).toPass();
  await expect(told).toContainText("Nothing was charged, and your seats are still held.");
  await expect(buyer.getByRole("timer")).toBeVisible();
  expect.soft(await findViolations(buyer)).toEqual([]);
});
