import { describePlace, listFactNotes } from "@evently/calendar/list-fact-notes";
import type { DateStyle } from "@evently/core/format/date-style";
import { formatDateTime } from "@evently/core/format/format-time";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Ticket as SeatTicket } from "@evently/core/ticket";
import { drawCode, toPath } from "@evently/tickets/draw-code";
import { keptStyle } from "~/features/offline/kept-style";
import { escapeMarkup } from "~/features/site/escape-markup";
import { siteWords } from "~/features/site/site-words";
import type { SeatPlan } from "../plan/draw-plan";
import { type PlanDrawing, viewBoxOf } from "../plan/plan-drawing";
import type { Ticket } from "../ticket/find-ticket";

export type KeptTicket = {
  ticket: Ticket & { seats: readonly SeatTicket[] };
  plan: SeatPlan | null;
  /** Where the page itself is. */
  path: string;
  theme: "light" | "dark" | null;
  style: DateStyle;
  /** When it was written; ISO 8601. */
  now: string;
};

/** A ticket as one page that needs nothing else: no script, no file, no network. Its texts are others': each is escaped. */
export function writeKeptPage({ ticket, plan, path, theme, style, now }: KeptTicket): string {
  const { booking, event, seats } = ticket;
  const isVoid = seats.every(({ state }) => state === "cancelled");
  return `<!doctype html>
<html lang="en"${theme ? ` data-theme="${theme}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeMarkup(`Ticket · ${siteWords.name}`)}</title>
<style>${keptStyle}</style>
</head>
<body>
<header>
<p role="status">This is your ticket as it was on ${write(formatDateTime(now, event.timezone, style))}: ${siteWords.name} can’t be reached right now. <a href="${escapeMarkup(path)}">Try again</a></p>
</header>
<main>
<article aria-label="Ticket">
${writeEvent(ticket, style)}
${isVoid ? `<section><p class="void">Cancelled: this ticket lets nobody in.</p></section>` : seats.map(writeSeat).join("\n")}
${plan && !isVoid ? writePlan(plan) : ""}
<section><dl>
<dt>Booking</dt><dd>${write(booking.booking_id)}</dd>
${booking.seller ? `<dt>Sold by</dt><dd>${write(booking.seller.name)}</dd>` : ""}
</dl></section>
</article>
</main>
</body>
</html>
`;
}

/** A text in its own direction, whatever is around it. */
const write = (text: string): string => `<bdi>${escapeMarkup(text)}</bdi>`;

function writeEvent({ event }: Ticket, style: DateStyle): string {
  const notes = listFactNotes({ ...event, map_url: undefined, seller: null }, style);
  return `<h1 dir="auto">${escapeMarkup(event.name)}</h1>
<p class="when">${write(formatDateTime(event.start_time, event.timezone, style))}</p>
${notes.map((note) => `<p class="soft">${write(note)}</p>`).join("\n")}
<p>${write(describePlace(event))}</p>`;
}

function writeSeat(ticket: SeatTicket): string {
  const seat = nameSeat(ticket);
  const drawn = drawCode(ticket.code);
  return `<section>
<h2>${write(seat)}</h2>
${ticket.holder ? `<p class="soft">${write(ticket.holder)}</p>` : ""}
${ticket.state === "used" ? "<p>Somebody has gone in with this ticket.</p>" : ""}
<svg class="code" viewBox="0 0 ${drawn.size} ${drawn.size}" role="img" aria-label="${escapeMarkup(`QR code of ${seat}`)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${drawn.size}v${drawn.size}H0z"/><path fill="#000" d="${toPath(drawn)}"/></svg>
<p class="text" translate="no">${escapeMarkup(ticket.code)}</p>
</section>`;
}

function writePlan({ overview, ways }: SeatPlan): string {
  const written = ways.map(
    ({ name, words, closeUp }) =>
      `<p><strong>${write(name)}</strong><br>${escapeMarkup(words)}</p>\n${closeUp ? writeDrawing(closeUp) : ""}`,
  );
  return `<section>\n<h2>The way to your seats</h2>\n${writeDrawing(overview)}\n${written.join("\n")}\n</section>`;
}

function writeDrawing({ name, frame, parts }: PlanDrawing): string {
  const drawn = parts.map((part) =>
    "path" in part
      ? `<path class="plan-${part.role}" d="${part.path}" stroke-width="${part.width}"/>`
      : `<text class="plan-${part.role}" x="${part.x}" y="${part.y}" font-size="${part.size}">${escapeMarkup(part.text)}</text>`,
  );
  return `<svg class="plan" viewBox="${viewBoxOf(frame)}" role="img" aria-label="${escapeMarkup(name)}">${drawn.join("")}</svg>`;
}
