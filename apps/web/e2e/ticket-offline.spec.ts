import type { Page } from "@playwright/test";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { buyAsBuyer } from "./long-house";
import { press } from "./picker";
import { readCode } from "./read-code";
import { expect, test } from "./story";

test.use({ serviceWorkers: "allow" });

type Ticket = { code: string; seat_pos: string };

/** The pages that this browser keeps, and what is in them. */
const listKept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const kept: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys())
        kept[new URL(key.url).pathname] = (await (await cache.match(key))?.text()) ?? "";
    }
    return kept;
  });

const keptPaths = async (page: Page) => Object.keys(await listKept(page)).sort();

/** Once a page is kept, and there is who opens it. */
async function untilKept(page: Page, path: string): Promise<void> {
  await expect.poll(() => keptPaths(page)).toContain(`${path}/offline`);
  const state = () => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await expect.poll(state).toBe("activated");
}

async function expectKeptTicket(page: Page, name: string, { code }: Ticket): Promise<void> {
  const ticket = page.getByRole("article", { name: "Ticket" });
  await expect(ticket.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(ticket.getByRole("heading", { name: "Stalls, Row D, seat 1" })).toBeVisible();
  expect(await readCode(ticket.getByRole("img", { name: "QR code of Stalls, Row D, seat 1" }))).toEqual([code, code]);
  await expect(page.getByText(/can’t be reached right now/)).toBeVisible();
}

test("a ticket opens without a network, and is gone once its buyer signs out @one-size", async ({
  page,
  context,
  concert,
  monitor,
}) => {
  const asked = ["booking.get", "booking.tickets", "event.get", "event.search"].map((name) => `/api/trpc/${name}`);
  monitor.allow(...[...asked, "/icon.svg"].map((path) => `net::ERR_INTERNET_DISCONNECTED ${path}`));
  const path = `/bookings/${await buyAsBuyer(page, concert, ["D-1", "D-2"])}`;
  const { items } = (await (await page.request.get(`/api${path}/tickets`)).json()) as { items: [Ticket] };
  await page.goto(path);
  await untilKept(page, path);
  const { [`${path}/offline`]: kept } = await listKept(page);
  expect(kept).not.toMatch(/<script|\/_next/);

  await context.setOffline(true);
  // A machine under load may end a worker while it answers, and the browser starts it anew.
  await expect(() => page.reload()).toPass();
  await expectKeptTicket(page, concert.name, items[0]);
  await page.close();
  const reopened = await context.newPage();
  await expect(() => reopened.goto(path)).toPass();
  await expectKeptTicket(reopened, concert.name, items[0]);
  expect.soft(await findViolations(reopened)).toEqual([]);

  await context.setOffline(false);
  await reopened.goto("/account");
  await press(reopened.getByRole("button", { name: "Sign out", exact: true }));
  await expect(reopened).toHaveURL("/");
  expect(await keptPaths(reopened)).toEqual([]);
  await context.setOffline(true);
  await expect(reopened.goto(path)).rejects.toThrow("net::ERR_");
});

test("what is kept follows the ticket and its session, and is nobody else’s @one-size", async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("A ticket that is issued anew", 30);
  const path = await buyOverRest(page, concert, ["D-1"]);
  const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
  await page.goto(path);
  await untilKept(page, path);
  const code = await host.reissue(path, "D-1");
  // Not opened by its address: a network that is slow would show what is kept.
  await page.goto("/bookings");
  await press(page.getByRole("link", { name: concert.name }));
  await expect.poll(async () => (await listKept(page))[`${path}/offline`]).toContain(code);

  const other = await meetVisitor();
  monitor.expect(`404 ${path}`);
  await other.goto(path);
  await host.signIn(other);
  await other.goto(path);
  await expect(other.getByText("Only whoever booked these seats sees the codes for the door.")).toBeVisible();
  expect(await keptPaths(other)).toEqual([]);
  await other.goto(`/t/${link}`);
  await untilKept(other, `/t/${link}`);

  // The session ends in another place, and the link is replaced.
  monitor.allow("401 /api/trpc/hold.listOpen", "404 /api/trpc/ticket.get", "404 /api/trpc/ticket.list");
  await page.request.post(`/api${path}/link`);
  await page.request.delete("/api/session");
  await page.goto("/");
  await expect.poll(() => keptPaths(page)).toEqual([]);
  monitor.allow(`404 /t/${link}`);
  await other.goto(`/t/${link}`);
  await expect.poll(() => keptPaths(other)).toEqual([]);
});

test("an open page of a link follows its ticket, and so does what is kept of it @one-size", async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const concert = await host.announce("A ticket that a friend looks at", 30);
  const path = await buyOverRest(page, concert, ["D-1", "D-2"]);
  const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
  const friend = await meetVisitor();
  await friend.goto(`/t/${link}`);
  await untilKept(friend, `/t/${link}`);
  const kept = async () => (await listKept(friend))[`/t/${link}/offline`] ?? "";

  const renewed = await host.reissue(path, "D-1");
  await expect(friend.getByText(renewed, { exact: true })).toBeVisible();
  await expect.poll(kept).toContain(renewed);

  await host.move(path, "D-2", "E-5");
  await expect(friend.getByRole("img", { name: "QR code of Stalls, Row E, seat 5" })).toBeVisible();
  await expect(friend.getByRole("img", { name: "QR code of Stalls, Row D, seat 2" })).toBeHidden();
  await expect.poll(kept).toContain("Stalls, Row E, seat 5");
  expect(await kept()).not.toContain("Row D, seat 2");

  await host.letIn(concert.event_id, renewed);
  await expect(friend.getByText("Somebody has gone in with this ticket.")).toBeVisible();
  await expect.poll(kept).toContain("Somebody has gone in with this ticket.");

  for (const name of ["get", "list"]) monitor.allow(`404 /api/trpc/ticket.${name}`);
  monitor.allow(`404 /t/${link}`, `404 /t/${link}/offline`, "404 /t/offline");
  await page.request.post(`/api${path}/link`);
  await expect(friend.getByRole("heading", { level: 1, name: "This link opens no ticket" })).toBeVisible();
  await expect.poll(() => keptPaths(friend)).toEqual([]);
});

test("an open page of a link shows that its booking is cancelled, and so does what is kept of it @one-size", async ({
  page,
  concert,
  meetVisitor,
}) => {
  const path = await buyOverRest(page, concert, ["D-1"]);
  const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
  const friend = await meetVisitor();
  await friend.goto(`/t/${link}`);
  await untilKept(friend, `/t/${link}`);
  await page.request.post(`/api${path}/cancel`);
  await expect(friend.getByText("This booking is cancelled")).toBeVisible();
  await expect(friend.getByRole("img", { name: /^QR code/ })).toBeHidden();
  const kept = async () => (await listKept(friend))[`/t/${link}/offline`];
  await expect.poll(kept).toContain("Cancelled: this ticket lets nobody in.");
  expect(await kept()).not.toContain("E1.");
});
