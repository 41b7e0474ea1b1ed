import type { Page } from "@playwright/test";
import { expectTicket, openPayment } from "../checkout";
import { eventlyWith } from "../evently";
import { findViolations } from "../find-violations";
import { followPolicies } from "../follow-policies";
import { becomeGuest, holdAgain } from "../guest";
import { press } from "../picker";
import { dispute, listMoney } from "./list-money";
import { expect, test } from "./stripe-story";
import type { StubRecord } from "./stub-script";

const cards = { good: "4242424242424242", empty: "4000000000009995", challenged: "4000000000003220" };
const confirm = "/api/trpc/hold.confirm";

const payButton = (page: Page) => page.getByRole("button", { name: "Pay US$85" });
const cardField = (page: Page) =>
  page.frameLocator("iframe[title='Secure payment input frame']").getByLabel("Card number");
const bank = (page: Page) => page.frameLocator("iframe[title='Your bank’s question']");
const problem = (page: Page) => page.getByRole("main").getByRole("alert");

async function payBy(page: Page, number: string): Promise<void> {
  await cardField(page).fill(number);
  await press(payButton(page));
}

const readStub = (page: Page) => page.evaluate(() => (window as unknown as { stripeStub: StubRecord }).stripeStub);
const readBackground = async (page: Page) =>
  (await readStub(page)).options.flatMap(({ appearance }) => appearance?.variables?.colorBackground ?? []).at(-1);

test("a declined card is followed by a good one in Stripe's own form, on the one page that lets Stripe in", async ({
  page,
  concert,
  monitor,
  stripe: _,
  stripeSite: { double, settings },
}) => {
  monitor.expect(`400 ${confirm}`);
  const { opened, reported } = await followPolicies(page);
  const checkout = await openPayment(page, concert, ["A-1"]);
  await expect(cardField(page)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => readBackground(page)).toMatch(/^#[12]\w[12]\w[12]\w$/);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => readBackground(page)).toBe("#ffffff");
  const { options, ...opening } = await readStub(page);
  expect(opening).toEqual({ key: double.publishableKey, account: null });
  expect(options[0]).toMatchObject({ mode: "payment", amount: 8500, currency: "usd", captureMethod: "manual" });

  await press(payButton(page));
  await expect(page.frameLocator("iframe").getByRole("alert")).toHaveText("Your card number is incomplete.");
  await payBy(page, cards.empty);
  await expect(problem(page)).toContainText("There is not enough money on this card.");
  await expect(problem(page)).toContainText("Nothing was charged, and your seats are still held.");
  await payBy(page, cards.good);
  await expectTicket(page);

  const [ofCheckout, ofTicket] = [opened.at(-2), opened.at(-1)];
  expect(ofCheckout?.path).toBe(checkout);
  expect(ofCheckout?.policy).toContain(
    "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;",
  );
  expect(ofCheckout?.policy).toContain("connect-src 'self' https://api.stripe.com;");
  expect(ofTicket?.path).toMatch(/^\/bookings\//);
  expect(ofTicket?.policy).not.toContain("stripe");
  await page.goto("/");
  expect(opened.at(-1)?.policy).not.toContain("stripe");
  expect(reported).toEqual([]);
  expect(await listMoney(double, concert)).toEqual(["canceled 0", "succeeded 8500"]);
  expect(await eventlyWith(settings, "audit", concert.event_id)).toMatch(/^ {2}bookings +1$/m);
});

test("the bank's question can be refused, reloaded, closed and asked again, and approved; a dispute is shown to who sold", {
  tag: "@one-size",
}, async ({ page, concert, monitor, meetVisitor, stripe: _, stripeSite: { double, organizer, hear } }) => {
  monitor.expect(`400 ${confirm}`);
  const { reported } = await followPolicies(page);
  await openPayment(page, concert, ["A-1"]);
  await payBy(page, cards.challenged);
  await bank(page).getByRole("button", { name: "Refuse" }).click();
  await expect(problem(page)).toContainText("Nothing was charged, and your seats are still held.");

  await payBy(page, cards.challenged);
  await expect(bank(page).getByRole("button", { name: "Approve" })).toBeVisible();
  await page.reload();
  await bank(page).getByRole("button", { name: "Close" }).click();
  await expect(problem(page)).toContainText("Your bank’s question was closed without an answer.");
  await press(page.getByRole("button", { name: "Open the question" }));
  await bank(page).getByRole("button", { name: "Approve" }).click();
  await expectTicket(page);
  expect(reported).toEqual([]);
  expect(await listMoney(double, concert)).toEqual(["canceled 0", "succeeded 8500"]);

  await hear("send");
  await dispute(double, concert);
  const desk = await meetVisitor();
  await organizer.signIn(desk);
  const disputed = desk.getByRole("listitem").filter({ hasText: "US$85 is disputed" });
  await expect(async () => {
    await desk.goto(`/organizer/events/${concert.event_id}/bookings`);
    await expect(disputed).toContainText("Whoever’s Stripe account was paid answers there.", { timeout: 3_000 });
  }).toPass();
  await hear("hold");
  expect.soft(await findViolations(desk)).toEqual([]);
});

test("two clicks, two tabs and the way back pay once", { tag: "@one-size" }, async ({
  page,
  context,
  concert,
  monitor,
  stripe: _,
  stripeSite: { double },
}) => {
  monitor.allow(`409 ${confirm}`);
  await page.goto(`/events/${concert.event_id}`);
  const checkout = await openPayment(page, concert, ["A-1"]);
  const second = await context.newPage();
  await second.goto(checkout);
  for (const tab of [page, second]) await cardField(tab).fill(cards.good);
  await double.addFault({ method: "POST", path: "/confirm$", times: 1, kind: "hold" });
  await payButton(page).dblclick();
  await expect.poll(() => double.order({ order: "held" })).toBe(1);
  await press(payButton(second));
  await expect(second.getByRole("status").filter({ hasText: "Waiting for your bank…" })).toBeVisible();
  await double.order({ order: "release" });
  await expectTicket(page);
  await expectTicket(second);
  expect(second.url()).toBe(page.url());
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/events/${concert.event_id}`));
  await page.goto(checkout);
  await expectTicket(page);
  expect(await listMoney(double, concert)).toEqual(["succeeded 8500"]);
});

test("a payment without an answer becomes a ticket, or is undone where somebody else has the seats by then", {
  tag: "@one-size",
}, async ({ page, concert, monitor, meetVisitor, stripe: _, stripeSite: { double } }) => {
  monitor.allow(`503 ${confirm}`, `409 ${confirm}`, `400 ${confirm}`);
  const lost = { method: "POST", path: "/confirm$", times: 2, kind: "lose", when: "after" } as const;
  const silent = { method: "GET", path: "/payment_intents/", kind: "lose", when: "before" } as const;
  const waiting = page.getByRole("status").filter({ hasText: "Waiting for your bank…" });

  await openPayment(page, concert, ["A-1"]);
  // Its time begins to run out at once.
  const later = `/checkout/${await holdAgain(page, concert, ["B-1"])}`;
  await double.addFault(lost);
  await double.addFault({ ...silent, times: 2 });
  await payBy(page, cards.good);
  await expect(waiting).toBeVisible();
  await expectTicket(page);
  expect(await listMoney(double, concert)).toEqual(["succeeded 8500"]);

  await page.clock.install();
  await page.goto(later);
  await double.addFault(lost);
  await double.addFault({ ...silent, times: 1_000 });
  await payBy(page, cards.good);
  await expect(waiting).toBeVisible();
  await page.clock.fastForward(61_000);
  await expect(problem(page)).toContainText("Your bank has not answered yet.");
  const visitor = await meetVisitor();
  await becomeGuest(visitor);
  await expect(async () => void (await holdAgain(visitor, concert, ["B-1"]))).toPass();
  await double.order({ order: "forget_faults" });
  await press(page.getByRole("button", { name: "Check again" }));
  await expect(page.getByRole("heading", { name: "These seats went to someone else" })).toBeVisible();
  await expect(page.getByText("You pay nothing: what your bank had reserved is released.")).toBeVisible();
  await expect.poll(() => listMoney(double, concert)).toEqual(["canceled 0", "succeeded 8500"]);
});

test("where Stripe is blocked the page says so and charges nothing, and pays once it is not", {
  tag: "@one-size",
}, async ({ page, concert, monitor, stripe, stripeSite: { double } }) => {
  monitor.allow("net::ERR_BLOCKED_BY_CLIENT /endive/stripe.js", "net::ERR_BLOCKED_BY_CLIENT /v1/confirmation_tokens");
  stripe.isBlocked = true;
  await openPayment(page, concert, ["A-1"]);
  await expect(problem(page)).toContainText("We can’t reach Stripe");
  await expect(problem(page)).toContainText("Nothing was charged.");
  await expect(payButton(page)).toBeDisabled();
  stripe.isBlocked = false;
  await press(page.getByRole("button", { name: "Try again" }));
  await cardField(page).fill(cards.good);

  stripe.isBlocked = true;
  await press(payButton(page));
  await expect(problem(page)).toContainText("isn’t answering");
  expect(await listMoney(double, concert)).toEqual([]);
  stripe.isBlocked = false;
  await cardField(page).press("Tab");
  await expect(payButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expectTicket(page);
});
