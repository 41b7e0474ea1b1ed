import { defaultDateStyle } from "@evently/core/format/date-style";
import { id } from "@evently/core/testing/id";
import { expect, test } from "vitest";
import { openHall } from "~/features/hall/hall";
import { twoSections } from "~/features/hall/two-sections.fixture";
import { drawPlan } from "../plan/draw-plan";
import { type KeptTicket, writeKeptPage } from "./write-kept-page";

const hostile = `<script src="/x"></script>"'&`;

const seat = (seat_pos: string, more: Partial<KeptTicket["ticket"]["seats"][number]> = {}) => ({
  ...{ booking_id: id.booking(42), seat_pos: id.seat(seat_pos), section: "Stalls", row_label: "A", seat_type: "Front" },
  ...{ seat_label: seat_pos.slice(2), code: `E1.k1.12.42.${seat_pos}.1.c2ln`, version: 1, holder: hostile },
  ...{ state: "valid" as const, ...more },
});

function write(seats = [seat("A-1"), seat("A-2")]): string {
  const event = {
    ...{ event_id: id.event(12), name: `Příliš žluťoučký ${hostile}`, venue_name: "Κρατικό", address: "ул. Щорса, 12" },
    ...{ city: "Львів", timezone: "Europe/Kyiv", start_time: "2027-10-31T17:00:00.000Z", min_age: 12 },
    end_time: "2027-10-31T19:00:00.000Z",
  };
  const booking = {
    booking_id: id.booking(42),
    seats: seats.map(({ seat_pos }) => seat_pos),
    seller: { name: `Dům & ${hostile}` },
  };
  const ticket = { event, booking, seats } as unknown as KeptTicket["ticket"];
  const plan = drawPlan(openHall(twoSections), booking.seats);
  const page = { ticket, plan, path: "/bookings/booking-00042", theme: "dark" as const, style: defaultDateStyle };
  return writeKeptPage({ ...page, now: "2027-10-30T10:00:00.000Z" });
}

test("a kept page has the event, each seat and each code, drawn and as text", () => {
  const page = write();
  for (const part of ["Příliš žluťoučký", "Κρατικό, ул. Щорса, 12, Львів", "booking-00042", 'data-theme="dark"'])
    expect(page).toContain(part);
  for (const number of [1, 2]) {
    expect(page).toContain(`aria-label="QR code of Stalls, Row A, seat ${number}"`);
    expect(page).toContain(`>E1.k1.12.42.A-${number}.1.c2ln</p>`);
  }
});

test("a kept page needs nothing else: no script, no file, and no address but its own", () => {
  const page = write();
  expect(page).not.toMatch(/<(script|img|iframe|object|base|form)\b|\bsrc="|url\(|@import/);
  expect([...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    "data:,",
    "/bookings/booking-00042",
  ]);
});

test("what others typed is text", () => {
  expect(write().match(/&lt;script src=&quot;\/x&quot;&gt;&lt;\/script&gt;&quot;&apos;&amp;/g)).toHaveLength(4);
});

test("a ticket that lets nobody in has no code and no way", () => {
  const page = write([seat("A-1", { state: "cancelled" })]);
  expect(page).toContain("Cancelled: this ticket lets nobody in.");
  expect(page).not.toMatch(/<svg|E1\./);
});

test("twenty seats are a page that a browser keeps with others", () => {
  const seats = Array.from({ length: 20 }, (_, i) => seat(`A-${i + 1}`, { code: `E1.k1.${"4".repeat(110)}${i}` }));
  expect(write(seats).length).toBeLessThan(250_000);
});
