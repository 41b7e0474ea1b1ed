import { writeTicketCalendar } from "@evently/calendar/write-ticket-calendar";
import type { BookingLetter, Letter } from "@evently/core/delivery/letter";
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
  attachments: { filename: string; content_type: string; content: string }[];
};

/** Gives a letter its words and its form; `origin` is that of the site, where its links lead. */
export function renderMail(letter: Letter, origin: string): RenderedMail {
  const content = describeLetter(letter, origin);
  return {
    // Of one line, whatever an event is called.
    subject: content.subject.replace(/\s+/gu, " "),
    text: writeText(content),
    html: `<!doctype html>${renderToStaticMarkup(createElement(MailPage, content))}`,
    attachments: "booking" in letter ? [attachCalendar(letter, origin)] : [],
  };
}

/** The same entry as on the booking's page, which a calendar updates by its UID and SEQUENCE. */
function attachCalendar({ booking, event, path }: BookingLetter, origin: string) {
  return {
    filename: `${booking.booking_id}.ics`,
    content_type: "text/calendar; charset=utf-8",
    content: writeTicketCalendar(booking, event, `${origin}${path}`),
  };
}
