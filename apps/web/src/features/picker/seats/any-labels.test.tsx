import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import type { BookingView } from "@evently/core/booking";
import { VenueId } from "@evently/core/ids";
import { drawLayout, listLayoutSeats } from "@evently/core/layout/layout.rules";
import { placeSeats } from "@evently/core/layout/place-seats.rules";
import type { LabeledLine } from "@evently/core/seat";
import { drawnText } from "@evently/core/testing/draw-text";
import { NewVenueSeat } from "@evently/core/venue";
import fc from "fast-check";
import ICAL from "ical.js";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { TicketSeats } from "~/features/booking/ticket/ticket-seats";
import { createServerClock } from "~/features/clock/server-clock";
import { openHall } from "~/features/hall/hall";
import { Picker } from "../picker";
import { describeLost } from "../selection/describe-notice";
import { describeSelection } from "../selection/describe-selection";
import { describeSeats } from "./describe-seat";

const halls = process.env.EVENTLY_PROOF ? 5_000 : 300;
const timeout = process.env.EVENTLY_PROOF ? 3_600_000 : undefined;

/** A text that the API takes as the label of a seat, as it keeps it. */
const label = (name: "section" | "row_label" | "seat_label", max: number) =>
  drawnText
    .map((typed) =>
      NewVenueSeat.safeParse({ row: "A", seat_num: 1, seat_type: "S", [name]: [...typed].slice(0, max).join("") }),
    )
    .map(({ data }) => data?.[name] ?? "")
    .filter((text) => text !== "");

const entered = fc
  .array(
    fc.record({
      section: fc.oneof(fc.constantFrom("Parkett", "Loge 3", "Ярус"), label("section", 60)),
      row_label: fc.oneof(fc.constantFrom("A", "12", "Ж", "a"), label("row_label", 16)),
      seat_label: fc.oneof(fc.constantFrom("0", "1", "2", "12bis", "12A"), label("seat_label", 8)),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((seats) => [...new Map(seats.map((seat) => [JSON.stringify(Object.values(seat)), seat])).values()]);
type Entered = { section: string; row_label: string; seat_label: string };

const venue = { venue_id: VenueId.parse("venue-00001"), revision: 0, seat_types: ["S"] };
const event = {
  revision: 1,
  name: "Matinee",
  start_time: "2027-01-15T00:30:00Z",
  duration: 60,
  venue_name: "Hall",
  city: "Graz",
};
const booking = { booking_id: "booking-00042", booking_date: "2026-11-22T05:04:19.123000042Z", cancelled_at: null };

/** Markup as a person reads it. */
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const readMarkup = (markup: string) =>
  markup.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => signs[sign] ?? "");

function readCalendar(line: LabeledLine): string {
  const file = writeTicketCalendar(
    { ...booking, lines: [line] } as unknown as BookingView,
    event as BookedEvent,
    "https://t.example/",
  );
  const [entry] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents();
  return String(entry?.getFirstPropertyValue("description"));
}

/** Everything that names one seat to a person. */
function listNames(picker: Picker, seat: number, line: LabeledLine): string[] {
  const words = describeSeats(picker, () => "€10");
  return [
    readMarkup(renderToStaticMarkup(<TicketSeats lines={[line]} isVoid={false} />)),
    readCalendar(line),
    words.nameOf(seat),
    words.labelOf(seat).join("\n"),
    describeSelection(picker, seat),
    describeLost(picker, { seats: [seat], alternatives: [], replacesAll: false }),
  ];
}

function checkHall(seats: Entered[]): void {
  const added = seats.map((seat) => NewVenueSeat.parse({ ...seat, seat_type: "S" }));
  const layout = drawLayout(venue, placeSeats(venue, [], added));
  const listed = listLayoutSeats(layout);
  const printed = listed.map(({ section, row_label, seat_label }) => JSON.stringify([section, row_label, seat_label]));
  expect(printed.toSorted()).toEqual(
    seats.map(({ section, row_label, seat_label }) => JSON.stringify([section, row_label, seat_label])).toSorted(),
  );
  const hall = openHall(layout);
  const picker = new Picker({ hall, seatLimit: 10, prices: [1000, 500], clock: createServerClock(() => 0) });
  const hasSections = new Set(seats.map(({ section }) => section)).size > 1;
  for (const [index, seat] of listed.entries()) {
    const line = { ...seat, seat: seat.seat_pos, seat_type: "S", price: 1000 };
    const { section, row_label, seat_label, seat_pos } = seat;
    const isTyped = [section, row_label, seat_label].some((text) => text.includes(seat_pos));
    for (const [kind, name] of listNames(picker, index, line).entries()) {
      // A hall of one section leaves it out where the hall is in view.
      const wanted = hasSections || kind < 2 ? [section, row_label, seat_label] : [row_label, seat_label];
      for (const text of wanted) expect(name).toContain(text);
      expect(isTyped || !name.includes(seat_pos)).toBe(true);
    }
  }
}

test(
  "the labels of any hall are on ticket, calendar, map, list and notices as they were entered, and never a key",
  () => {
    fc.assert(fc.property(entered, checkHall), { numRuns: halls });
  },
  timeout,
);
