import type { Page } from "@playwright/test";
import { press } from "./picker";
import { signIn } from "./session";
import { expect, test } from "./story";

type Concert = { event_id: string };

/** From then on the page is that of a guest at this site. */
async function arriveAt(page: Page, site: string): Promise<void> {
  const answer = await page.request.post(`${site}/api/session/guest`, { data: { email: "buyer@example.com" } });
  await signIn(page, ((await answer.json()) as { token: string }).token);
}

/** Holds seats over REST at a site, as a new guest. Returns the hold's id. */
async function holdAt(page: Page, site: string, { event_id }: Concert, seats: readonly string[]): Promise<string> {
  await arriveAt(page, site);
  const answer = await page.request.post(`${site}/api/events/${event_id}/hold`, { data: { seats } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { holding_id: string }).holding_id;
}

const rowOf = (row: string, count: number) => Array.from({ length: count }, (_, i) => `${row}-${i + 1}`);

test("an organizer sees a hoarder’s seats and releases them, and the next buyer gets them", {
  tag: "@one-size",
}, async ({ page: desk, host, openSite, meetVisitor }) => {
  const concert = await host.announce("A hoarded evening", 30);
  const site = await openSite({});
  const hoarder = await meetVisitor();
  const held = await holdAt(hoarder, site.url, concert, rowOf("A", 10));
  await hoarder.goto(`${site.url}/checkout/${held}`);
  await expect(hoarder.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await holdAt(await meetVisitor(), site.url, concert, rowOf("B", 5));

  // Both came from this machine, and the organizer sees them together.
  await host.signIn(desk);
  await desk.goto(`${site.url}/organizer/events/${concert.event_id}`);
  await press(desk.getByRole("link", { name: "Held seats" }));
  await expect(desk.getByRole("heading", { level: 1, name: "Held seats" })).toBeVisible();
  await expect(desk.getByText("15 seats of 100 on hold")).toBeVisible();
  await expect(desk.getByRole("heading", { name: "15 seats from one connection" })).toBeVisible();

  // One of the two, by keyboard, is kept first.
  await desk.getByRole("button", { name: `Release 10 seats of ${held}` }).focus();
  await desk.keyboard.press("Enter");
  const dialog = desk.getByRole("dialog", { name: "Release 10 seats?" });
  await expect(dialog.getByText("Nobody has paid for them, so no money moves.")).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await press(desk.getByRole("button", { name: /^Release all 15 seats/ }));
  await press(desk.getByRole("dialog").getByRole("button", { name: "Release 15 seats" }));
  await expect(desk.getByText("15 seats were released.").first()).toBeVisible();
  await expect(desk.getByRole("heading", { name: "No seats on hold" })).toBeVisible();

  // The hoarder, about to pay, is told the truth without a press.
  await expect(hoarder.getByRole("heading", { level: 1, name: "The organizer released these seats" })).toBeVisible();
  await expect(hoarder.getByText(/Nothing was charged/)).toBeVisible();

  await holdAt(await meetVisitor(), site.url, concert, ["A-1", "A-2"]);
  await desk.goto(`${site.url}/organizer/events/${concert.event_id}/journal`);
  await expect(desk.getByRole("heading", { name: "Held seats released" })).toHaveCount(2);
});

test("an organizer limits what one connection may hold of an event", { tag: "@one-size" }, async ({
  page: desk,
  host,
  monitor,
  openSite,
  meetVisitor,
}) => {
  const concert = await host.announce("A limited evening", 30);
  const site = await openSite({});
  await host.signIn(desk);
  await desk.goto(`${site.url}/organizer/events/${concert.event_id}/holds`);
  const limit = desk.getByRole("textbox", { name: "Unpaid seats of one connection" });
  await expect(limit).toHaveValue("20");
  monitor.expect("422 /api/trpc/event.change");
  await limit.fill("3");
  await press(desk.getByRole("button", { name: "Save limit" }));
  await expect(desk.getByText("At least 10, as many as one hold may have.")).toBeVisible();
  await limit.fill("10");
  await press(desk.getByRole("button", { name: "Save limit" }));
  await expect(desk.getByText("This limit is your own.")).toBeVisible();

  await holdAt(await meetVisitor(), site.url, concert, rowOf("A", 10));
  const next = await meetVisitor();
  await arriveAt(next, site.url);
  const path = `${site.url}/api/events/${concert.event_id}/hold`;
  await expect.poll(async () => (await next.request.post(path, { data: { seats: ["B-1"] } })).status()).toBe(429);

  await press(desk.getByRole("button", { name: "Use the site’s limit" }));
  await expect(desk.getByText(/as on the whole site/)).toBeVisible();
  await expect.poll(async () => (await next.request.post(path, { data: { seats: ["B-1"] } })).status()).toBe(201);
});
