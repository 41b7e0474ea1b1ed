import type { BookingLetter } from "@evently/core/delivery/letter";
import { BookingMailKind } from "@evently/core/mail";
import { writeTicketsPdf } from "@evently/tickets/write-tickets-pdf";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { renderMail } from "./render-mail.ts";
import { sampleLetters } from "./sample-letters.ts";

const origin = "https://tickets.example";

function render(name: string) {
  const sample = sampleLetters.find((letter) => letter.name === name);
  if (!sample) throw new Error(`there is no ${name}`);
  return renderMail(sample.letter, origin);
}

function readCalendar(name: string) {
  const file = render(name).attachments.at(-1);
  const [event] = new ICAL.Component(ICAL.parse(String(file?.write(writeTicketsPdf)))).getAllSubcomponents("vevent");
  const read = (property: string) => event?.getFirstPropertyValue(property)?.toString();
  return { filename: file?.filename, uid: read("uid"), sequence: Number(read("sequence")), status: read("status") };
}

it("has a sample of every kind", () => {
  const kinds = new Set(sampleLetters.map(({ letter }) => letter.kind));
  expect([...kinds].sort()).toEqual(["sign-in", "invitation", ...BookingMailKind.options].sort());
});

it.each(sampleLetters)("$name loads nothing, has no script, and says the same as page and as text", ({ name }) => {
  const { subject, text, html } = render(name);
  expect(html).not.toMatch(/<(img|link|script|iframe|object|form|base)\b|\bsrc=|url\(|@import|\bon\w+=/i);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html.startsWith("<!doctype html><html")).toBe(true);
  const shown = html
    .replace(/<style>.*<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
  for (const line of text.split("\n").filter((line) => line !== "" && !line.startsWith(origin)))
    for (const word of line.replace(/[():]/g, " ").split(/\s+/)) expect(shown).toContain(word.replace(/:$/, ""));
  for (const [link] of text.matchAll(/https:\/\/\S+/g)) expect(html).toContain(link);
});

it("says which device asked to sign in, where that is known", () => {
  expect(render("sign-in").text).toContain("Asked for with Firefox on Linux. Code and link work once");
  expect(render("sign-in, from a program").text).toContain("\n\nCode and link work once");
});

it("has the code as the only six digits in a row, links aside, and the link", () => {
  const { text, attachments } = render("sign-in");
  expect(text.replace(/https:\/\/\S+/g, "").match(/\d{6,}/g)).toEqual(["045617"]);
  expect(text).toContain(`${origin}/sign-in#token=sample`);
  expect(attachments).toEqual([]);
});

it("has no code where too many were asked for, and no link where an account gets another address", () => {
  const [byLink, byCode] = [render("sign-in, link only").text, render("sign-in, a new address").text];
  expect(byLink.replace(/https:\/\/\S+/g, "")).not.toMatch(/\d{6}/);
  expect(byLink).toContain(`${origin}/sign-in#token=sample`);
  expect(byCode.match(/\d{6,}/g)).toEqual(["045617"]);
  expect(byCode).not.toContain("http");
});

it("confirms what was bought, where and when, until when it may be cancelled, and leads to it", () => {
  expect(render("booking-confirmed").text).toBe(`Mahler: Symphony No. 5 & Kindertotenlieder

Your booking is confirmed and paid.

When: Thu 14 Jan 2027, 19:30 EST
Doors: Thu 14 Jan 2027, 18:45 EST
Where: David Geffen Hall, 10 Lincoln Center Plaza, New York
Map: https://www.openstreetmap.org/way/26334446
Age: From 6 years
Seats: Orchestra, Row D, seats 12 and 13
Price: US$190
Booking: booking-01234

Open your tickets:
https://tickets.example/bookings/booking-01234

You can cancel for a full refund until Tue 12 Jan 2027, 19:30 EST.

The attached PDF has your tickets, to show or to print.

The attached calendar file adds it to your calendar.

Seller: Lincoln Concerts, Inc.
Address: 10 Lincoln Center Plaza, New York, NY 10023
Contact: box-office@concerts.example
VAT id: US 12-3456789
Privacy: https://concerts.example/privacy
Terms that you accepted, as of Mon 2 Mar 2026: https://concerts.example/terms
`);
});

it("says nothing of a seller that nobody stated", async () => {
  const { text, html, attachments } = render("booking-confirmed, free");
  expect(text.endsWith("The attached calendar file adds it to your calendar.\n")).toBe(true);
  expect([text, html, await attachments.at(-1)?.write(writeTicketsPdf)].join("")).not.toMatch(
    /Seller|Organizer|Lincoln Concerts/,
  );
});

it("names the terms that were accepted also where their seller can't be read, and cash only where there was some", () => {
  const letter = sampleLetters.find(({ name }) => name === "booking-confirmed")?.letter as BookingLetter;
  const unread = { ...letter, event: { ...letter.event, seller: null } };
  const text = (changed: BookingLetter) => renderMail(changed, origin).text;
  expect(text(unread)).toContain("Terms that you accepted, as of Mon 2 Mar 2026: https://concerts.example/terms");
  const atCounter = { ...letter, booking: { ...letter.booking, counter: "cash" as const } };
  expect(text(atCounter)).toContain("You paid in cash");
  expect(text({ ...atCounter, booking: { ...atCounter.booking, total: 0 } })).not.toContain("cash");
});

it("says what changed, and what it was", () => {
  const { subject, text } = render("event-changed");
  expect(subject).toBe("Mahler: Symphony No. 5 & Kindertotenlieder: a new date or time and a new address");
  expect(text).toContain("When: Thu 14 Jan 2027, 19:30 EST (it was Wed 13 Jan 2027, 19:30 EST)");
});

it("says what comes back, and what is true by now if it comes late", () => {
  expect(render("event-cancelled").text).toContain("Your refund of US$190 is on its way");
  expect(render("booking-confirmed, late").text).toContain("Your booking has been cancelled since.");
  expect(render("event-changed, late").text).toContain("The event has been cancelled since.");
  expect(render("booking-confirmed, free").text).toContain("This booking can’t be cancelled.");
});

it("tells of a refund: how much, for which seats, why, and what stays", () => {
  const { subject, text } = render("booking-refunded");
  expect(subject).toBe("Your refund of US$95 for Mahler: Symphony No. 5 & Kindertotenlieder");
  for (const line of [
    "Your refund of US$95 is on its way to the card you paid with.",
    "It is for Orchestra, Row D, seat 13: that ticket lets nobody in any more.",
    "Reason: The view is restricted",
    "Seats: Orchestra, Row D, seat 12",
    "Paid: US$190",
    "Refunded: US$95 of US$190",
    "You can cancel until Tue 12 Jan 2027, 19:30 EST, with the rest of the price back: US$95.",
  ])
    expect(text.split("\n")).toContain(line);
  const amount = render("booking-refunded, an amount").text.split("\n");
  expect(amount).toContain("Your seats and tickets stay as they are.");
  expect(amount).toContain("You can cancel until Tue 12 Jan 2027, 19:30 EST, with 50% of the price back: US$74.50.");
});

it("tells of a cancellation what comes back by it, and what the seller keeps", () => {
  const linesOf = (name: string) => render(name).text.split("\n");
  const half = linesOf("booking-cancelled, half");
  expect(half).toContain("Your refund of US$74.50 is on its way to the card you paid with.");
  expect(half).toContain("The seller keeps US$95 of the US$190 that you paid.");
  expect(linesOf("booking-cancelled, nothing")).toContain(
    "Nothing is refunded: the seller keeps the US$190 that you paid.",
  );
  expect(linesOf("booking-cancelled, its last seats")).toContain("Reason: The stage is larger");
  expect(linesOf("booking-confirmed, half comes back")).toContain(
    "You can cancel until Thu 14 Jan 2027, 19:30 EST, with 50% of the price back: US$95.",
  );
});

it("says of a reservation whose event was moved earlier that it is due earlier, and when", () => {
  const { subject, text } = render("booking-reserved, due earlier");
  expect(text).toContain("so your payment is due earlier than we wrote before.");
  expect(subject).toContain("pay by Sun 6 Dec 2026");
  expect(render("booking-reserved").text).not.toContain("earlier");
});

it("says of a payment that could not be taken that nothing was paid, and what becomes of the booking", () => {
  const ended = render("booking-not-charged");
  expect(ended.text).toContain("Your bank did not release the US$190");
  expect(ended.text).toContain("No money was taken.");
  expect(ended.text).toContain("No money was taken.\n\nYour booking is cancelled.\n");
  const used = render("booking-not-charged, somebody is in");
  expect(used.text).toContain("so your booking stays. It is not paid.");
  for (const { text } of [ended, used]) {
    expect(text).toContain("Price: US$190");
    expect(text).not.toMatch(/Refunded|Paid:|on its way/);
  }
});

it.each(BookingMailKind.options)("%s says nothing of money paid or given back where none was taken", (kind) => {
  for (const name of ["booking-not-charged", "booking-not-charged, somebody is in"]) {
    const letter = sampleLetters.find((sample) => sample.name === name)?.letter as BookingLetter;
    const { text } = renderMail({ ...letter, kind, changes: ["address"] }, origin);
    expect(text).toContain("Price: US$190");
    expect(text).not.toMatch(/and paid|Paid:|Refunded|on its way|that you paid/);
  }
});

it("says of a booking that was never charged and stays or ends what is so", () => {
  expect(render("booking-confirmed, not charged").text).toContain("\nYour booking is confirmed.\n");
  const letter = sampleLetters.find(({ name }) => name === "booking-not-charged")?.letter as BookingLetter;
  for (const kind of ["booking-cancelled", "event-cancelled"] as const)
    expect(renderMail({ ...letter, kind }, origin).text).toContain("Nothing was paid, so nothing has to be refunded.");
});

it("says of an event that changed what stays: a reservation's payment may be due earlier", () => {
  expect(render("event-changed").text).toContain("Your booking stays as it is.");
  const reserved = render("event-changed, on invoice").text;
  expect(reserved).toContain("Your reservation stays. If its payment is due earlier now, another mail says so.");
  expect(reserved).not.toContain("stays as it is");
});

it("attaches one calendar entry a booking, which each later mail replaces", () => {
  const [confirmed, changed, cancelled] = ["booking-confirmed", "event-changed", "event-cancelled"].map(readCalendar);
  expect(confirmed).toEqual({
    filename: "booking-01234.ics",
    uid: "booking-01234@evently",
    sequence: 3,
    status: "CONFIRMED",
  });
  expect(changed).toMatchObject({ uid: confirmed?.uid, status: "CONFIRMED" });
  expect(cancelled).toMatchObject({ uid: confirmed?.uid, status: "CANCELLED" });
  expect(cancelled?.sequence).toBeGreaterThan(confirmed?.sequence ?? 0);
  expect(readCalendar("booking-cancelled")).toMatchObject({ status: "CANCELLED", sequence: 4 });
});

it.each(sampleLetters)("$name has the tickets as a PDF where they are valid", async ({ name, letter }) => {
  const [file] = render(name).attachments;
  const booking = "booking" in letter ? letter.booking : null;
  const isValid = booking?.state === "confirmed";
  expect(file?.content_type).toBe(
    isValid ? "application/pdf" : booking === null ? undefined : "text/calendar; charset=utf-8",
  );
  if (isValid) expect(String(await file?.write(writeTicketsPdf)).slice(0, 5)).toBe("%PDF-");
});

it("has no secret link in its calendar file, since calendars are shared", () => {
  const sample = sampleLetters.find(({ name }) => name === "booking-confirmed");
  if (sample?.letter.kind !== "booking-confirmed") throw new Error("there is no confirmation");
  const link = "/t/1234.Hk3vN0pQ7sT2wXyZ1aB4cD";
  const { text, attachments } = renderMail({ ...sample.letter, path: link }, origin);
  expect(text).toContain(`${origin}${link}`);
  const content = String(attachments.at(-1)?.write(writeTicketsPdf)).replaceAll("\r\n ", "");
  expect(content).toContain(`${origin}/bookings/booking-01234`);
  expect(content).not.toContain("/t/");
});

it("takes what an organizer typed as text", () => {
  const sample = sampleLetters.find(({ name }) => name === "reminder");
  if (sample?.letter.kind !== "reminder") throw new Error("there is no reminder");
  const event = { ...sample.letter.event, name: '<script src="//x">\r\nBcc: all@example.org' };
  const { subject, html } = renderMail({ ...sample.letter, event }, origin);
  expect(html).not.toContain("<script");
  expect(subject).not.toMatch(/[\r\n]/);
});
