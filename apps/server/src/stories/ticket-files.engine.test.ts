import { id } from "@evently/core/testing/id";
import type { Ticket } from "@evently/core/ticket";
import { mostPages, openPrinter } from "@evently/tickets/open-printer";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Accounts, openAccounts } from "../testing/http/open-accounts.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let accounts: Accounts;
const printer = openPrinter();

beforeAll(async () => {
  app = await openApp({ printer });
  accounts = await openAccounts(app);
});
afterAll(async () => {
  await printer.close();
  await app.core.close();
});

const ticket: Ticket = {
  ...{ booking_id: id.booking(1), seat_pos: id.seat("A-1"), section: "", row_label: "A", seat_label: "1" },
  ...{ seat_type: "Stalls", code: "E1.k1.1.1.A-1.1.aa", version: 1, holder: null, state: "valid" },
};
const event = {
  name: "Concert",
  start_time: "2027-10-31T00:30:00.000Z",
  timezone: "Europe/Oslo",
  venue_name: "Hall",
  city: "",
};
const sold = { booked_at: "2026-11-22T05:04:19.123Z", seller: null };

/** A booking, and where its buyer and whoever has its link read of it. */
async function book() {
  const { token } = await app.startGuest();
  const { booking_id } = await accounts.book(token);
  const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token })).body;
  const places = [
    { path: `/bookings/${booking_id}`, token },
    { path: `/tickets/${link}`, token: undefined },
  ];
  return { booking_id, token, places };
}

it("answers the tickets as a PDF, the same for buyer and link, each time the same bytes", async () => {
  const { booking_id, places } = await book();
  const texts: string[] = [];
  for (const { path, token } of [...places, ...places]) {
    const { status, headers, text } = await app.call("GET", `${path}/tickets.pdf`, { token });
    expect([status, headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(headers.get("content-disposition")).toBe(`attachment; filename*=UTF-8''${booking_id}.pdf`);
    expect(headers.get("cache-control")).toMatch(/no-store/);
    texts.push(text);
  }
  expect(texts[0]).toMatch(/^%PDF-1\.7/);
  expect(new Set(texts).size).toBe(1);
});

it("refuses a PDF for a moment while hundreds of pages are to be drawn before it", async () => {
  const { places } = await book();
  const [own, byLink] = places.map(
    ({ path, token }) =>
      () =>
        app.call("GET", `${path}/tickets.pdf`, { token }),
  );
  const drawn = printer.print({ tickets: Array.from({ length: mostPages }, () => ticket), event, ...sold });
  for (const answer of [await own?.(), await byLink?.()]) {
    expect(answer).toMatchObject({ status: 429, body: { error_code: "EXPORT_LIMIT", details: { retry_after: 5 } } });
    expect(answer?.headers.get("retry-after")).toBe("5");
  }
  await drawn;
  expect(await own?.()).toMatchObject({ status: 200 });
});

it("answers a calendar file that reads back as the booking", async () => {
  const { booking_id, token, places } = await book();
  const event_id = (await app.call("GET", `/bookings/${booking_id}`, { token })).body.event_id;
  const event = (await app.call("GET", `/events/${event_id}`)).body;
  for (const place of places) {
    const { headers, text } = await app.call("GET", `${place.path}/ticket.ics`, { token: place.token });
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(text).not.toContain("/t/");
    const [entry] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    const read = (name: string) => entry?.getFirstPropertyValue(name)?.toString();
    expect([read("uid"), read("summary"), read("status")]).toEqual([`${booking_id}@evently`, event.name, "CONFIRMED"]);
    expect(new Date(String(read("dtstart"))).toISOString()).toBe(
      new Date(String(event.start_time).replace(/\.\d+Z$/, "Z")).toISOString(),
    );
  }
});

it("has codes that the published keys verify", async () => {
  const { booking_id, token } = await book();
  const { items } = (await app.call("GET", `/bookings/${booking_id}/tickets`, { token })).body as {
    items: { code: string; seat_pos: string }[];
  };
  const { keys } = (await app.call("GET", "/tickets/keys")).body as { keys: { kid: string; x: string }[] };
  for (const { code } of items) {
    const [, kid] = code.split(".");
    const jwk = keys.find((key) => key.kid === kid);
    const key = await crypto.subtle.importKey("jwk", { ...jwk }, "Ed25519", false, ["verify"]);
    const at = code.lastIndexOf(".");
    const [payload, signature] = [code.slice(0, at), Buffer.from(code.slice(at + 1), "base64url")];
    expect(await crypto.subtle.verify("Ed25519", key, signature, Buffer.from(payload))).toBe(true);
  }
});
