import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import type { BookingView } from "@evently/core/booking";
import { CreateEvent, type EventPage, type ListedEvent } from "@evently/core/event";
import { SeatId } from "@evently/core/ids";
import type { LabeledLine } from "@evently/core/seat";
import { drawnText } from "@evently/core/testing/draw-text";
import fc from "fast-check";
import ICAL from "ical.js";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { BookedEvent } from "../booking/find-booked-event";
import { TicketSeats } from "../booking/ticket/ticket-seats";
import { EventRow } from "../browse/list/event-row";
import { FeaturedEvent } from "../browse/list/featured-event";
import { OrderHeader } from "../checkout/order/order-header";
import { drawSocialCard } from "../poster/social-card";
import { Programme } from "./programme";
import { readCalendarLines } from "./read-lines.fixture";
import { writeCalendar } from "./write-calendar";

const runs = process.env.EVENTLY_PROOF ? 10_000 : 300;
const timeout = process.env.EVENTLY_PROOF ? 3_600_000 : undefined;

const place = { venue_name: "Kleine Halle", city: "Graz" };
const event = {
  event_id: "event-00007",
  venue_id: "venue-00001",
  name: "Matinee",
  artists: ["Ida Brandt"],
  tags: [],
  description: "",
  programme: "",
  start_time: "2027-01-15T00:30:00Z",
  end_time: "2027-01-15T02:40:00Z",
  duration: 130,
  timezone: "America/New_York",
  ...place,
  currency: "USD",
  price_min: 4000,
  price_max: 8500,
  seat_type_prices: {},
  sales_start: "2026-11-01T09:00:00.000Z",
  sales_end: null,
  seat_count: 100,
  seats_left: 40,
  status: "published",
  created_at: "2026-11-01T09:00:00.000Z",
  cancelled_at: null,
  revision: 1,
} as unknown as EventPage & ListedEvent & BookedEvent;
const booking = {
  booking_id: "booking-00042",
  booking_date: "2026-11-22T05:04:19.123000042Z",
  cancelled_at: null,
} as BookingView;

/** A text as React writes it into markup. */
const inMarkup = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#x27" }[sign]};`);

function checkPages(text: string) {
  const named = { ...event, name: text, artists: [text], venue_name: text, city: text };
  for (const page of [
    <FeaturedEvent key="featured" event={named} />,
    <EventRow key="row" event={named} withDay />,
    <OrderHeader key="order" event={named} />,
  ]) {
    const markup = renderToStaticMarkup(page);
    expect(markup).toContain(`>${inMarkup(text)}</`);
    expect(markup.match(/<(?:script|img)/)).toBeNull();
  }
}

/** A seat whose section and row are named like this. */
const lineOf = (text: string): LabeledLine => ({
  ...{ seat: SeatId.parse("A-1"), seat_type: "Stalls", price: 4500 },
  ...{ section: text, row_label: text, seat_label: "1" },
});

function checkTicket(text: string) {
  const markup = renderToStaticMarkup(<TicketSeats lines={[lineOf(text)]} isVoid={false} />);
  expect(markup.split(`>${inMarkup(text)}</dd>`).length).toBeGreaterThanOrEqual(3);
}

/** The only entry of a file, as another program reads it. */
function readEntry(file: string) {
  readCalendarLines(file);
  const [entry, ...more] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents();
  expect(more).toEqual([]);
  return (name: string) => entry?.getFirstPropertyValue(name);
}

function checkCalendars(text: string) {
  const named = { ...event, name: text, artists: [text], venue_name: text, city: text };
  const read = readEntry(writeCalendar(named, "https://tickets.example/events/event-00007"));
  expect([read("summary"), read("location"), read("description")]).toEqual([text, `${text}, ${text}`, text]);
  const booked = { ...booking, lines: [lineOf(text)] };
  const ticket = readEntry(writeTicketCalendar(booked, named, "https://tickets.example/bookings/booking-00042"));
  expect([ticket("summary"), ticket("location")]).toEqual([text, `${text}, ${text}`]);
  expect(String(ticket("description")).startsWith(`${text}, Row ${text}, seat 1`)).toBe(true);
}

describe("drawn texts", () => {
  const accepted = drawnText
    .map((typed) => CreateEvent.shape.name.safeParse(typed).data ?? "")
    .filter((text) => text !== "");

  test(
    "accepted ones are on page, order and ticket as they were typed",
    () => {
      fc.assert(
        fc.property(accepted, (text) => {
          checkPages(text);
          checkTicket(text);
        }),
        { numRuns: runs },
      );
    },
    timeout,
  );

  test(
    "accepted ones are in calendar files as they were typed, and every line is ours",
    () => {
      fc.assert(fc.property(accepted, checkCalendars), { numRuns: runs });
    },
    timeout,
  );

  test(
    "stored texts from before, with controls, add no line to a calendar file",
    () => {
      fc.assert(
        fc.property(drawnText, (text) => {
          const named = { ...event, name: text, artists: [text], venue_name: text, city: text };
          readEntry(writeCalendar(named, "https://tickets.example/events/event-00007"));
        }),
        { numRuns: runs },
      );
    },
    timeout,
  );

  test(
    "accepted ones are on the card in our own fonts, or left out, and nobody is asked for a font",
    async () => {
      const fetchBefore = globalThis.fetch;
      globalThis.fetch = () => Promise.reject(new Error("the card asked another host"));
      await fc.assert(
        fc.asyncProperty(accepted, async (text) => {
          const markup = renderToStaticMarkup(await drawSocialCard({ ...event, name: text, venue_name: text }));
          expect(markup).not.toMatch(/<text|<image|href/);
          expect(markup).toMatch(/<path transform/);
        }),
        { numRuns: runs },
      );
      globalThis.fetch = fetchBefore;
    },
    timeout,
  );
});

test(
  "drawn long texts keep their lines on the page",
  () => {
    fc.assert(
      fc.property(drawnText, (typed) => {
        const read = CreateEvent.shape.description.safeParse(typed);
        if (!read.success || read.data === "") return;
        const markup = renderToStaticMarkup(<Programme event={{ ...event, description: read.data }} />);
        expect(markup).toContain(`>${inMarkup(read.data)}</p>`);
      }),
      { numRuns: runs },
    );
  },
  timeout,
);
