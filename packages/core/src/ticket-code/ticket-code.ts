import { BookingId, EventId, SeatId } from "../ids.ts";

// Pure and for any runtime: a device at the door reads codes too.

/** What a code says: which seat of which booking may go in, and the how manieth ticket of that seat it is. */
export type TicketFacts = {
  event_id: EventId;
  booking_id: BookingId;
  seat_pos: SeatId;
  version: number;
};

/** A well-formed code, of which nobody knows yet whether it is genuine. */
export type ReadCode = {
  facts: TicketFacts;
  /** The name of the key that it says to be signed with. */
  kid: string;
  /** What is signed, as UTF-8. */
  payload: string;
  /** 64 bytes in base64url. */
  signature: string;
};

const keyName = String.raw`[\w-]{1,16}`;
const number = String.raw`[1-9]\d{0,14}`;
const seat = String.raw`[A-Z][A-Z0-9]{0,7}-[1-9]\d{0,3}`;
// Of 86 signs the last one has four bits that mean nothing: in the one spelling that we write they are zero.
const signature = String.raw`[\w-]{85}[AQgw]`;
const code = new RegExp(
  `^(E1\\.(${keyName})\\.(${number})\\.(${number})\\.(${seat})\\.([1-9]\\d{0,5}))\\.(${signature})$`,
);

/** Null unless it is spelled as `writePayload` and a signature spell it, to the letter. */
export function readCode(text: string): ReadCode | null {
  const parts = code.exec(text);
  if (!parts) return null;
  const [, payload = "", kid = "", event = "", booking = "", seat_pos = "", version = "", signature = ""] = parts;
  const facts = {
    event_id: EventId.parse(`event-${pad(event)}`),
    booking_id: BookingId.parse(`booking-${pad(booking)}`),
    seat_pos: SeatId.parse(seat_pos),
    version: Number(version),
  };
  return { facts, kid, payload, signature };
}

/** `E1.{kid}.{event number}.{booking number}.{seat_pos}.{version}`: what is signed. */
export function writePayload(kid: string, { event_id, booking_id, seat_pos, version }: TicketFacts): string {
  return ["E1", kid, numberOf(event_id), numberOf(booking_id), seat_pos, version].join(".");
}

const pad = (number: string): string => number.padStart(5, "0");
const numberOf = (id: EventId | BookingId): string => String(Number(id.slice(id.lastIndexOf("-") + 1)));
