import type { SheetTicket } from "@evently/core/door";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { fold } from "@evently/core/text/fold";

const mostShown = 20;

const splitWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** "Row A, seat 12" is also found by "A12", and a booking by its number. */
function wordsOf(ticket: SheetTicket): string[] {
  const { holder, row_label, seat_label, seat_pos, booking_id } = ticket;
  const number = booking_id.replace(/^booking-0*/, "");
  return splitWords(
    `${nameSeat(ticket)} ${holder ?? ""} ${row_label}${seat_label} ${seat_pos.replace("-", "")} ${number}`,
  );
}

/** Tickets for which each word begins one of name, seat or booking's number; those of whole words first, at most 20. */
export function findExpected(tickets: readonly SheetTicket[], text: string): SheetTicket[] {
  const wanted = splitWords(text);
  if (wanted.length === 0) return [];
  const found = { whole: [] as SheetTicket[], begun: [] as SheetTicket[] };
  for (const ticket of tickets) {
    const words = wordsOf(ticket);
    if (!wanted.every((want) => words.some((word) => word.startsWith(want)))) continue;
    found[wanted.every((want) => words.includes(want)) ? "whole" : "begun"].push(ticket);
  }
  return [...found.whole, ...found.begun].slice(0, mostShown);
}
