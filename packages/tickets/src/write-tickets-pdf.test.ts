import { createRequire } from "node:module";
import type { OrganizationId } from "@evently/core/ids";
import { id } from "@evently/core/testing/id";
import type { Ticket } from "@evently/core/ticket";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { type PrintedEvent, writeTicketsPdf } from "./write-tickets-pdf.ts";

// A module of before ES modules, of which bundlers and Node make different things.
const { default: jsQr } = createRequire(import.meta.url)("jsqr") as typeof import("jsqr");

const event: PrintedEvent = {
  name: "Pražské jaro: Příliš žluťoučký kůň",
  start_time: "2027-10-31T00:30:00.000Z",
  timezone: "Europe/Prague",
  venue_name: "Κρατικό Θέατρο",
  address: "ул. Щорса, 12",
  city: "Львів",
  doors_time: "2027-10-30T23:30:00.000Z",
  min_age: 12,
};
const ticket: Ticket = {
  booking_id: id.booking(42),
  seat_pos: id.seat("BALA-12"),
  section: "Балкон",
  row_label: "Ω",
  seat_label: "12bis",
  seat_type: "Überrang",
  code: "E1.k1.12.42.BALA-12.1.9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM1234567890Ab9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM12345678_-A",
  version: 1,
  holder: "Łukasz Ğündüz Nguyễn",
  state: "valid",
};
const sold = {
  booked_at: "2026-11-22T05:04:19.123000042Z",
  seller: {
    ...{
      organization_id: "organization-00007" as OrganizationId,
      name: "Spring",
      legal_name: "Pražské jaro, o.p.s.",
      vat_id: null,
    },
    ...{ address: "Hellichova 18\nPraha", contact_email: "box@spring.example", terms_url: null, privacy_url: null },
    payment_methods: ["card" as const],
  },
};
const write = (more: Partial<Ticket> = {}, about: Partial<PrintedEvent> = {}) =>
  writeTicketsPdf({
    tickets: [{ ...ticket, ...more }],
    event: { ...event, ...about },
    ...sold,
  });

const open = (pdf: Buffer) => getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;

/** What a reader finds in each page, a line each. */
async function readPages(pdf: Buffer): Promise<string[][]> {
  const document = await open(pdf);
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
    pages.push(text.split("\n").filter((line) => line.trim() !== ""));
  }
  await document.destroy();
  return pages;
}

const textOf = async (pdf: Buffer) => (await readPages(pdf)).flat().join(" ");

describe("the PDF of tickets", () => {
  it("reads back as the ticket: Latin with all its marks, Cyrillic and Greek, the code on one line", async () => {
    const [lines = []] = await readPages(await write());
    const text = lines.join(" ");
    for (const part of [event.name, "Κρατικό Θέατρο, ул. Щорса, 12, Львів", "Балкон", "12bis", "booking-00042"])
      expect(text).toContain(part);
    expect(lines).toContain("Ω");
    expect(lines).toContain("Überrang · Łukasz Ğündüz Nguyễn");
    expect(lines).toContain(ticket.code);
    expect(lines).toContain("Sold by Pražské jaro, o.p.s. · Hellichova 18, Praha · box@spring.example");
  });

  it("tells the hall's time, also where its clocks show an hour twice", async () => {
    const text = await textOf(await write());
    expect(text).toContain("Sun 31 Oct 2027, 02:30 GMT+2");
    expect(text).toContain("Doors Sun 31 Oct 2027, 01:30 Prague time");
    expect(await textOf(await write({}, { start_time: "2027-10-31T01:30:00.000Z" }))).toContain("02:30 GMT+1");
  });

  it("has a page for each ticket, in their order", async () => {
    const tickets = ["1", "2", "3"].map((seat_label) => ({ ...ticket, seat_label, code: `E1.${seat_label}` }));
    const pages = await readPages(await writeTicketsPdf({ tickets, event, ...sold }));
    expect(pages.map((lines) => lines.find((line) => line.startsWith("E1.")))).toEqual(["E1.1", "E1.2", "E1.3"]);
    expect(pages[2]?.join(" ")).toContain("ticket 3 of 3");
  });

  it("shows letters that the face lacks as boxes, and says so", async () => {
    const text = await textOf(await write({ holder: "山田 Ann" }, { name: "קונצרט 🎻" }));
    expect(text).toContain("□□ Ann");
    expect(text).toMatch(/□ stands for a letter that this file can’t print\. The ticket’s page shows it\./);
    expect(await textOf(await write())).not.toContain("□");
  });

  it("keeps a decomposed letter whole", async () => {
    expect(await textOf(await write({ holder: "Dvor\u030Ca\u0301k" }))).toContain("Dvořák");
  });

  it("is on one page however long its texts are", async () => {
    const words = (count: number) => Array.from({ length: count }, () => "Konzertsaal").join(" ");
    const long = await write(
      { section: words(6), seat_label: "9999bis", holder: words(10) },
      { name: words(16), venue_name: words(10), address: words(10) },
    );
    expect(await readPages(long)).toHaveLength(1);
    expect((await readPages(long))[0]).toContain(ticket.code);
  });

  it("has no code of a cancelled ticket", async () => {
    const text = await textOf(await write({ state: "cancelled" }));
    expect(text).toContain("This ticket is cancelled.");
    expect(text).not.toContain("E1.");
  });

  it("is tagged: language, title, a heading, and a description of the picture", async () => {
    const document = await open(await write());
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: `${event.name}: ticket of booking-00042`, Language: "en" });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const tag of ["H1", "Figure", "QR code of this ticket; its text follows"]) expect(tree).toContain(`"${tag}"`);
    await document.destroy();
  });

  it("has a code that two libraries read, drawn as small as on a phone", async () => {
    const document = await open(await write());
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: 360 / page.getViewport({ scale: 1 }).width });
    // Three pixels of a phone are one of CSS.
    const sharp = page.getViewport({ scale: viewport.scale * 3 });
    const canvas = createCanvas(Math.round(sharp.width), Math.round(sharp.height));
    await page.render({ canvas, viewport: sharp } as unknown as Parameters<typeof page.render>[0]).promise;
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    await document.destroy();
    expect(jsQr(data, width, height)?.data).toBe(ticket.code);
    expect(decodeQR({ data, width, height })).toBe(ticket.code);
  });

  it("is the same, byte for byte, for the same tickets", async () => {
    expect((await write()).equals(await write())).toBe(true);
  });
});
