import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { drawPdf } from "./draw-pdf";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { untilMailed } from "./mailbox";
import { press } from "./picker";
import { readCode, readPicture } from "./read-code";
import { expect, test } from "./story";

type Ticket = { code: string; seat_pos: string };

async function listTickets(page: Page, path: string): Promise<Ticket[]> {
  return ((await (await page.request.get(`/api${path}/tickets`)).json()) as { items: Ticket[] }).items;
}

// How large a code is shown depends on the screen, not on the theme.
for (const colorScheme of ["light", "dark"] as const)
  test(`a ticket has a code for each seat that two libraries read, in ${colorScheme}`, {
    tag: colorScheme === "dark" ? "@one-size" : [],
  }, async ({ page, concert }) => {
    await page.emulateMedia({ colorScheme });
    const path = await buyOverRest(page, concert, ["D-1", "D-2"]);
    const tickets = await listTickets(page, path);
    const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
    for (const at of [path, `/t/${link}`]) {
      await page.goto(at);
      for (const [i, { code }] of tickets.entries()) {
        const picture = page.getByRole("img", { name: `QR code of Stalls, Row D, seat ${i + 1}` });
        await expect(picture).toBeVisible();
        expect(await readCode(picture)).toEqual([code, code]);
        await expect(page.getByText(code, { exact: true })).toBeVisible();
      }
    }
    await press(page.getByRole("button", { name: "Show at the door" }));
    const large = page.getByRole("dialog", { name: "Show at the door" });
    for (const [i, { code }] of tickets.entries()) {
      await expect(large.getByRole("status")).toHaveText(`${i + 1} of 2`);
      const picture = large.getByRole("img", { name: `Large QR code of Stalls, Row D, seat ${i + 1}` });
      await expect(picture).toBeInViewport({ ratio: 0.98 });
      expect(await readCode(picture)).toEqual([code, code]);
      if (i === 0) await press(large.getByRole("button", { name: "Next code" }));
    }
  });

test("a ticket is saved as a PDF from its page and from its link, or the page says when @one-size", async ({
  page,
  concert,
  monitor,
}) => {
  const path = await buyOverRest(page, concert, ["E-1"]);
  const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
  for (const at of [path, `/t/${link}`]) {
    await page.goto(at);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as PDF" }).click();
    expect((await download).suggestedFilename()).toBe(`${path.split("/").at(-1)}.pdf`);
  }

  const failure = { error: "Not now.", error_code: "EXPORT_LIMIT", details: { retry_after: 5 } };
  await page.route(/tickets\.pdf$/, (route) => route.fulfill({ status: 429, json: failure }), { times: 1 });
  monitor.expect(`429 /api/tickets/${link}/tickets.pdf`);
  await press(page.getByRole("link", { name: "Save as PDF" }));
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Try again in 5 seconds.");
  const download = page.waitForEvent("download");
  await press(page.getByRole("link", { name: "Save as PDF" }));
  expect((await download).suggestedFilename()).toBe(`${path.split("/").at(-1)}.pdf`);
  await expect(page.getByRole("main").getByRole("alert")).toBeHidden();
});

test("each page of the PDF, as a browser draws it, has a code that two libraries read @one-size", async ({
  page,
  concert,
  meetVisitor,
}) => {
  const path = await buyOverRest(page, concert, ["E-1", "E-2"]);
  const tickets = await listTickets(page, path);
  const load = async () => (await page.request.get(`/api${path}/tickets.pdf`)).body();
  const pdf = await load();
  expect((await load()).equals(pdf)).toBe(true);
  const pages = await drawPdf(await meetVisitor(), pdf);
  expect(await Promise.all(pages.map(readPicture))).toEqual(tickets.map(({ code }) => [code, code]));
});

test("whoever went in sees that the ticket is used, and the organizer sees no codes @one-size", async ({
  page,
  host,
}) => {
  const concert = await host.announce("A full evening", 30);
  const path = await buyOverRest(page, concert, ["D-4"]);
  const [ticket] = await listTickets(page, path);
  await host.letIn(concert.event_id, ticket?.code ?? "");
  await page.goto(path);
  await expect(page.getByText("Somebody has gone in with this ticket.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Cancel booking/ })).toBeHidden();
  await host.signIn(page);
  await page.goto(path);
  await expect(page.getByText("Only whoever booked these seats sees the codes for the door.")).toBeVisible();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeHidden();
});

test("a box office issues a ticket anew, whose old code is dead, and sends the tickets again @one-size", async ({
  page,
  host,
  meetVisitor,
}) => {
  const concert = await host.announce("A lost ticket", 30);
  const email = `${randomUUID()}@example.com`;
  const buyer = await meetVisitor();
  await buyer.goto("/");
  const path = await buyOverRest(buyer, concert, ["D-1", "D-2"], { email });
  const [first, second] = await listTickets(buyer, path);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/bookings`);
  await press(page.getByRole("button", { name: /^Tickets/ }));
  const dialog = page.getByRole("dialog");
  await press(dialog.getByRole("button", { name: "Issue anew Stalls, Row D, seat 1" }));
  await expect(dialog).toContainText("The code that is out now lets nobody in from then on");
  await press(dialog.getByRole("button", { name: "Issue new ticket" }));
  await expect(dialog.getByText("There is a new ticket for Stalls, Row D, seat 1.")).toBeVisible();
  const [renewed, same] = await listTickets(buyer, path);
  expect(renewed?.code).not.toBe(first?.code);
  expect(same?.code).toBe(second?.code);
  await press(dialog.getByRole("button", { name: "Send tickets again" }));
  await expect(dialog.getByText("The mail is on its way.")).toBeVisible();
  await untilMailed(buyer, email, 2);
  expect.soft(await findViolations(page)).toEqual([]);
});
