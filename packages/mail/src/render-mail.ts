import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import type { BookingLetter, Letter } from "@evently/core/delivery/letter";
import type { PrintTickets } from "@evently/tickets/write-tickets-pdf";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describeLetter } from "./describe-letter.ts";
import { MailPage } from "./mail-page.tsx";
import { writeText } from "./write-text.ts";

/** A mail as it is sent, but for who sends it to whom. */
export type RenderedMail = {
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
};

/** Written once it is sent: a list of mails only names it. */
type Attachment = { filename: string; content_type: string; write(print: PrintTickets): string | Promise<Buffer> };

/** Gives a letter its words and its form; `origin` is that of the site, where its links lead. */
export function renderMail(letter: Letter, origin: string): RenderedMail {
  const content = describeLetter(letter, origin);
  return {
    // Of one line, whatever an event is called.
    subject: content.subject.replace(/\s+/gu, " "),
    text: writeText(content),
    html: `<!doctype html>${renderToStaticMarkup(createElement(MailPage, content))}`,
    attachments: "booking" in letter ? [...attachTickets(letter), attachCalendar(letter, origin)] : [],
  };
}

function attachTickets({ booking, event, tickets = [] }: BookingLetter): Attachment[] {
  if (tickets.length === 0) return [];
  return [
    {
      filename: `${booking.booking_id}.pdf`,
      content_type: "application/pdf",
      write: (print) => print({ tickets, event, booked_at: booking.booking_date, seller: event.seller }),
    },
  ];
}

/**
 * The same entry as on the booking's page, which a calendar updates by its UID and SEQUENCE. Calendars are shared: it names that
 * page, never the link that opens the booking for everybody.
 */
function attachCalendar({ booking, event }: BookingLetter, origin: string): Attachment {
  return {
    filename: `${booking.booking_id}.ics`,
    content_type: "text/calendar; charset=utf-8",
    write: () => writeTicketCalendar(booking, event, `${origin}/bookings/${booking.booking_id}`),
  };
}
