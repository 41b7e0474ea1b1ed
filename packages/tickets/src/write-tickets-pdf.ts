import { describePlace, listFactNotes } from "@evently/calendar/list-fact-notes";
import type { CalendarEvent } from "@evently/calendar/write-ticket-calendar";
import { defaultDateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";
import type { Seller } from "@evently/core/organization";
import type { Ticket } from "@evently/core/ticket";
import { drawCode } from "./draw-code.ts";
import { TicketPages } from "./ticket-pages.ts";

/** What is printed of an event. */
export type PrintedEvent = Pick<CalendarEvent, "name" | "start_time" | "venue_name" | "address" | "city"> &
  Pick<CalendarEvent, "doors_time" | "timezone" | "min_age">;

/** `booked_at` is when they were sold, `seller` null where no organization sells them. */
export type PrintedTickets = {
  tickets: readonly Ticket[];
  event: PrintedEvent;
  booked_at: string;
  seller: Seller | null;
};

/** Who draws PDFs: `writeTicketsPdf` here and now, or a printer. */
export type PrintTickets = (tickets: PrintedTickets) => Promise<Buffer>;

/** A PDF with a page for each ticket: A4, large enough to be read from a phone; the same bytes for the same tickets. */
export async function writeTicketsPdf({ tickets, event, booked_at, seller }: PrintedTickets): Promise<Buffer> {
  const [first] = tickets;
  const pages = new TicketPages({
    title: `${event.name}: ${tickets.length === 1 ? "ticket" : "tickets"} of ${first?.booking_id ?? ""}`,
    created_at: new Date(booked_at),
  });
  for (const [index, ticket] of tickets.entries()) {
    pages.begin();
    writeEvent(pages, event);
    writeSeat(pages, ticket);
    writeCode(pages, ticket);
    pages.footer([
      `${ticket.booking_id} · ticket ${index + 1} of ${tickets.length}`,
      ...(seller ? [nameSeller(seller)] : []),
    ]);
  }
  return pages.end();
}

/** On one line: who sells, and where to reach them. */
const nameSeller = ({ name, legal_name, address, contact_email }: Seller): string =>
  [`Sold by ${legal_name ?? name}`, address?.replace(/\s*\n\s*/g, ", "), contact_email].filter(Boolean).join(" · ");

function writeEvent(page: TicketPages, event: PrintedEvent): void {
  page.heading(event.name);
  page.strong(formatDateTime(event.start_time, event.timezone, defaultDateStyle));
  for (const note of listFactNotes({ ...event, map_url: undefined, seller: null }, defaultDateStyle)) page.line(note);
  page.line(describePlace(event));
  page.rule();
}

function writeSeat(page: TicketPages, { section, row_label, seat_label, seat_type, holder, state }: Ticket): void {
  page.figures([
    ...(section ? [{ term: "Section", text: section }] : []),
    ...(row_label ? [{ term: "Row", text: row_label }] : []),
    { term: "Seat", text: seat_label },
  ]);
  page.line([seat_type, holder].filter(Boolean).join(" · "));
  if (state === "used") page.strong("Somebody has gone in with this ticket.");
}

function writeCode(page: TicketPages, { code, state }: Ticket): void {
  if (state === "cancelled") {
    page.strong("This ticket is cancelled.");
    return;
  }
  page.code(drawCode(code), "QR code of this ticket; its text follows");
  page.oneLine(code);
}
