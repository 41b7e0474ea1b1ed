import type { Page } from "@playwright/test";
import type { ConsoleMonitor } from "./console-monitor";
import { answerOf, forge, listCodes, openDoor, ticketField, typeCode } from "./door";
import { buyOverRest } from "./guest";
import type { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test.use({ serviceWorkers: "allow" });

/** What the door asks for in vain while its network is cut; with `more` where its page is opened meanwhile. */
function allowCut(monitor: ConsoleMonitor, ...more: string[]): void {
  const asked = ["door.list", "door.sheet", "ticket.keys", "session.get"].map((name) => `/api/trpc/${name}`);
  monitor.allow(...[...asked, ...more].map((path) => `net::ERR_INTERNET_DISCONNECTED ${path}`));
}

type Sold = { host: Organizer; meetVisitor: () => Promise<Page>; monitor: ConsoleMonitor };

/** An event with one ticket; `earliest` is the first instant at which that can have let somebody in. */
async function sellOne({ host, meetVisitor, monitor }: Sold, name: string) {
  allowCut(monitor);
  const concert = await host.announce(name, 30);
  const buyer = await meetVisitor();
  const ticket = await buyOverRest(buyer, concert, ["D-1"]);
  const [code = ""] = await listCodes(buyer, ticket);
  const { booking_date } = (await (await buyer.request.get(`/api${ticket}`)).json()) as { booking_date: string };
  return { ...concert, code, earliest: new Date(Date.parse(booking_date) + 1).toISOString() };
}

/** Two devices let one ticket in: another at gate South, and that of `page`, whose network is cut. Returns the event. */
async function letInTwice(page: Page, sold: Sold, name: string): Promise<string> {
  const { event_id, code, earliest } = await sellOne(sold, name);
  await openDoor(page, sold.host, event_id);
  await page.context().setOffline(true);
  await sold.host.letIn(event_id, code, { at: earliest, gate: "South", device: "Another phone" });
  await typeCode(page, code);
  return event_id;
}

/** A hall of 200 seats, all of them booked. Returns the event and the codes. */
async function sellOut(host: Organizer, buyer: Page) {
  const rows = Array.from({ length: 20 }, (_, index) => "ABCDEFGHJKLMNPQRSTUV".charAt(index));
  const seats = rows.flatMap((row, depth) =>
    Array.from({ length: 10 }, (_, index) => ({
      row,
      seat_num: index + 1,
      seat_type: "Premium",
      x: index * 6,
      y: depth * 7,
    })),
  );
  host.venue_id = await host.build({ name: "The Long House" }, seats);
  const concert = await host.announce("Two hundred at the door", 30);
  const codes: string[] = [];
  for (const row of rows) {
    const booked = Array.from({ length: 10 }, (_, index) => `${row}-${index + 1}`);
    codes.push(...(await listCodes(buyer, await buyOverRest(buyer, concert, booked))));
  }
  return { concert, codes };
}

/** Types codes as fast as a script can. */
async function typeAll(page: Page, codes: readonly string[]): Promise<void> {
  await ticketField(page).evaluate((field, codes) => {
    const input = field as HTMLInputElement;
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    for (const code of codes) {
      setValue?.call(input, code);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      input.form?.requestSubmit();
    }
  }, codes);
}

test("the door opens and lets 200 in, and tells of them afterwards", { tag: "@one-size" }, async ({
  page,
  context,
  host,
  meetVisitor,
  monitor,
}) => {
  allowCut(monitor, "/door/worker.js", "/icon.svg");
  const buyer = await meetVisitor();
  const { concert, codes } = await sellOut(host, buyer);
  await openDoor(page, host, concert.event_id);
  await expect(page.getByText("of 200 in")).toBeVisible();
  const address = `/door/${concert.event_id}`;
  await page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, address);

  await context.setOffline(true);
  // A machine under load may end a worker while it answers, and the browser starts it anew.
  await expect(() => page.reload()).toPass();
  await expect(ticketField(page)).toBeEditable();
  await typeAll(page, codes);
  await expect(page.getByText("200 scans wait for a network.")).toBeVisible();
  await typeCode(page, codes[0] ?? "");
  await expect(answerOf(page, "already_admitted")).toContainText("Row A, seat 1");
  await typeCode(page, forge(codes[0] ?? ""));
  await expect(answerOf(page, "forged")).toBeVisible();
  await page.reload();
  await expect(page.getByText("200 scans wait for a network.")).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText("wait for a network.")).toBeHidden();
  expect((await host.countIn(concert.event_id)).admitted).toBe(200);
  expect((await host.countIn(concert.event_id, true)).items).toEqual([]);
});

test("two devices that let the same ticket in are named to both", { tag: "@one-size" }, async ({
  page,
  context,
  host,
  meetVisitor,
  monitor,
}) => {
  await letInTwice(page, { host, meetVisitor, monitor }, "An evening with two doors");
  await expect(answerOf(page, "admitted")).toContainText("Decided by this device alone.");

  await context.setOffline(false);
  const list = page.getByRole("region", { name: "Let in by this device" });
  await expect(list).toContainText("Somebody else had gone in with it");
  await expect(list).toContainText("gate South, Another phone");
  await page.reload();
  const conflicts = page.getByRole("region", { name: "Conflicts" });
  await expect(conflicts).toContainText("gate South, Another phone");
  await expect(conflicts).toContainText(/Device [A-Z\d]{4}/);
});

test("what a device undoes without a network is no conflict once it is told", { tag: "@one-size" }, async ({
  page,
  context,
  host,
  meetVisitor,
  monitor,
}) => {
  const event_id = await letInTwice(page, { host, meetVisitor, monitor }, "An evening that is sent back");
  await press(answerOf(page, "admitted").getByRole("button", { name: "Undo" }));
  await expect(page.getByText("The server is told as soon as it can be reached.")).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(/can’t be reached|Sending what waited/)).toBeHidden();
  await expect.poll(async () => (await host.countIn(event_id, true)).items).toEqual([]);
  expect((await host.countIn(event_id)).admitted).toBe(1);
  await page.reload();
  await expect(page.getByText("of 1 in")).toBeVisible();
  await expect(page.getByRole("region", { name: "Conflicts" })).toBeHidden();
});

test("two tabs of one device let a ticket in once, and each undoes what the other did", { tag: "@one-size" }, async ({
  page,
  context,
  host,
  meetVisitor,
  monitor,
}) => {
  const { event_id, code } = await sellOne({ host, meetVisitor, monitor }, "An evening in two tabs");
  allowCut(monitor, "/door/worker.js", "/icon.svg");
  await openDoor(page, host, event_id);
  const second = await context.newPage();
  await second.goto(`/door/${event_id}`);
  await expect(ticketField(second)).toBeEditable();
  await context.setOffline(true);
  await typeCode(page, code);
  await expect(answerOf(page, "admitted")).toContainText("Decided by this device alone.");
  await typeCode(second, code);
  await expect(answerOf(second, "already_admitted")).toContainText("Stalls, Row D, seat 1");
  await press(second.getByRole("button", { name: "Undo Stalls, Row D, seat 1" }));
  await expect(second.getByText("Undone: Stalls, Row D, seat 1.")).toBeVisible();
  await typeCode(page, code);
  await expect(answerOf(page, "admitted")).toContainText("Decided by this device alone.");
  await second.reload();
  await expect(second.getByText("1 scan waits for a network.")).toBeVisible();

  await context.setOffline(false);
  for (const tab of [page, second]) await expect(tab.getByText("waits for a network.")).toBeHidden();
  expect((await host.countIn(event_id)).admitted).toBe(1);
  expect((await host.countIn(event_id, true)).items).toEqual([]);
});
