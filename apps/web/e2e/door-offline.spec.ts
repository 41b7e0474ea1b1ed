import type { Page } from "@playwright/test";
import { answerOf, forge, listCodes, openDoor, ticketField, typeCode } from "./door";
import { buyOverRest } from "./guest";
import type { Organizer } from "./organizer";
import { expect, test } from "./story";

test.use({ serviceWorkers: "allow" });

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
  const cut = "net::ERR_INTERNET_DISCONNECTED";
  const asked = [
    "/door/worker.js",
    "/icon.svg",
    "/api/trpc/door.list",
    "/api/trpc/door.sheet",
    "/api/trpc/ticket.keys",
    "/api/trpc/session.get",
  ];
  monitor.allow(...asked.map((path) => `${cut} ${path}`));
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
  const cut = "net::ERR_INTERNET_DISCONNECTED";
  const asked = ["door.list", "door.sheet", "ticket.keys", "session.get"];
  monitor.allow(...asked.map((name) => `${cut} /api/trpc/${name}`));
  const concert = await host.announce("An evening with two doors", 30);
  const buyer = await meetVisitor();
  const ticket = await buyOverRest(buyer, concert, ["D-1"]);
  const [code = ""] = await listCodes(buyer, ticket);
  // The earliest that a ticket can have let somebody in.
  const { booking_date } = (await (await buyer.request.get(`/api${ticket}`)).json()) as { booking_date: string };
  const at = new Date(Date.parse(booking_date) + 1).toISOString();
  await openDoor(page, host, concert.event_id);
  await context.setOffline(true);
  await host.letIn(concert.event_id, code, { at, gate: "South", device: "Another phone" });
  await typeCode(page, code);
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
