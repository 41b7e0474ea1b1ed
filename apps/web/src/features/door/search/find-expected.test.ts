import type { SheetTicket } from "@evently/core/door";
import { BookingId, SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import { findExpected } from "./find-expected";
import { readTyped } from "./read-typed";

function ticket(number: number, row_label: string, seat_label: string, holder: string | null): SheetTicket {
  return {
    ...{ booking_id: BookingId.parse(`booking-0000${number}`), seat_pos: SeatId.parse(`${row_label}-${seat_label}`) },
    ...{ section: "Stalls", row_label, seat_label, holder, version: 1, entered: null },
  };
}

const tickets = [
  ticket(1, "A", "1", "Jürgen Müller"),
  ticket(1, "A", "12", "Jürgen Müller"),
  ticket(2, "B", "1", "Мария Иванова"),
  ticket(3, "C", "3", null),
];
const find = (text: string) => findExpected(tickets, text).map(({ seat_pos }) => seat_pos);

test.each([
  ["muller", ["A-1", "A-12"]],
  ["MÜLLER jur", ["A-1", "A-12"]],
  ["мария", ["B-1"]],
  ["row a seat 12", ["A-12"]],
  ["a12", ["A-12"]],
  ["A-1", ["A-1", "A-12"]],
  ["a1", ["A-1", "A-12"]],
  ["stalls c", ["C-3"]],
  ["booking 3", []],
  ["nobody", []],
  [" , ", []],
])("%j finds %j", (text, seats) => {
  expect(find(text)).toEqual(seats);
});

const signature = `${"a".repeat(85)}Q`;

test.each([
  ["  ", { kind: "nothing" }],
  [" Müller ", { kind: "words", text: "Müller" }],
  ["A 12", { kind: "words", text: "A 12" }],
  [`E1.k1.1.2.A-1.1.${signature}`, { kind: "code", code: `E1.k1.1.2.A-1.1.${signature}` }],
  [` E1.k1.1.2.A-1.1.\n${signature} `, { kind: "code", code: `E1.k1.1.2.A-1.1.${signature}` }],
  ["E1.k1.broken", { kind: "code", code: "E1.k1.broken" }],
  ["https://example.com/something-else", { kind: "code", code: "https://example.com/something-else" }],
])("%j is read as %j", (typed, read) => {
  expect(readTyped(typed)).toEqual(read);
});
