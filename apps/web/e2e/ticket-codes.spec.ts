import { createRequire } from "node:module";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Locator, Page } from "@playwright/test";
import { decodeQR } from "qr/decode.js";
import { buyOverRest } from "./guest";
import { expect, test } from "./story";

// A module of before ES modules, of which bundlers and Node make different things.
const { default: jsQr } = createRequire(import.meta.url)("jsqr") as typeof import("jsqr");

type Ticket = { code: string; seat_pos: string };

async function listTickets(page: Page, path: string): Promise<Ticket[]> {
  return ((await (await page.request.get(`/api${path}/tickets`)).json()) as { items: Ticket[] }).items;
}

/** What two libraries read in a picture of the page. */
async function readCode(code: Locator): Promise<(string | undefined)[]> {
  await code.scrollIntoViewIfNeeded();
  const image = await loadImage(await code.screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return [jsQr(data, width, height)?.data, decodeQR({ data, width, height })];
}

for (const colorScheme of ["light", "dark"] as const)
  test(`a ticket has a code for each seat that two libraries read, in ${colorScheme}`, async ({ page, concert }) => {
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
  });

test("a ticket is saved as a PDF from its page and from its link @one-size", async ({ page, concert }) => {
  const path = await buyOverRest(page, concert, ["E-1"]);
  const { link } = (await (await page.request.get(`/api${path}`)).json()) as { link: string };
  for (const at of [path, `/t/${link}`]) {
    await page.goto(at);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as PDF" }).click();
    expect((await download).suggestedFilename()).toBe(`${path.split("/").at(-1)}.pdf`);
  }
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
