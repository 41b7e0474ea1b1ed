import { BookingId, EventId, SeatId } from "../ids.ts";
import { openTicketKeys } from "../ticket-code/ticket-keys.ts";
import { drawBelow } from "./random.ts";

type Random = () => number;

const own = openTicketKeys([
  { name: "k2", key: "9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM1234567890Ab" },
  { name: "k1", key: "q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E" },
]);
const others = openTicketKeys([{ name: "k1", key: "Zm9yZ2VyLWtleS1vZi1zb21lYm9keS1lbHNlLTEyMzQ" }]);

/** The keys that drawn codes are signed with. */
export const drawnKeys = own;

const ofNumber = (random: Random) => String(1 + drawBelow(random, 10 ** (1 + drawBelow(random, 6)))).padStart(5, "0");

function drawFacts(random: Random) {
  const row = ["A", "F", "BALA", "PARQUET1"][drawBelow(random, 4)];
  return {
    event_id: EventId.parse(`event-${ofNumber(random)}`),
    booking_id: BookingId.parse(`booking-${ofNumber(random)}`),
    seat_pos: SeatId.parse(`${row}-${1 + drawBelow(random, 999)}`),
    version: 1 + drawBelow(random, 3),
  };
}

/** A valid code. */
export const drawCode = (random: Random): string => own.sign(drawFacts(random));

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u00e9";

const draw = (random: Random, from: string): string => from.charAt(drawBelow(random, from.length));

/** Each makes of a valid code one that nobody signed. */
const mutations: Record<string, (code: string, random: Random) => string> = {
  bit(code, random) {
    const bytes = Buffer.from(code);
    const at = drawBelow(random, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << drawBelow(random, 7));
    return bytes.toString("latin1");
  },
  sign(code, random) {
    const at = drawBelow(random, code.length);
    return code.slice(0, at) + draw(random, alphabet) + code.slice(at + 1);
  },
  inserted(code, random) {
    const at = drawBelow(random, code.length + 1);
    return code.slice(0, at) + draw(random, alphabet) + code.slice(at);
  },
  cut: (code, random) => code.slice(0, drawBelow(random, code.length)),
  field(code, random) {
    const fields = code.split(".");
    const other = drawCode(random).split(".");
    const at = 1 + drawBelow(random, fields.length - 1);
    return fields.map((field, i) => (i === at ? other[i] : field)).join(".");
  },
  number(code, random) {
    const fields = code.split(".");
    const at = [2, 3, 5][drawBelow(random, 3)] ?? 2;
    return fields.map((field, i) => (i === at ? String(Number(field) + 1 + drawBelow(random, 9)) : field)).join(".");
  },
  zeros(code, random) {
    const fields = code.split(".");
    const at = [2, 3, 5][drawBelow(random, 3)] ?? 2;
    return fields.map((field, i) => (i === at ? `0${field}` : field)).join(".");
  },
  "last sign of the signature"(code, random) {
    return code.slice(0, -1) + draw(random, alphabet);
  },
  "another's key": (_, random) => others.sign(drawFacts(random)),
  "the other key's name": (code) => (code.startsWith("E1.k2.") ? code.replace("E1.k2.", "E1.k1.") : code),
  "a whole signature"(code, random) {
    const signature = Buffer.from(Array.from({ length: 64 }, () => drawBelow(random, 256))).toString("base64url");
    return `${code.slice(0, code.lastIndexOf("."))}.${signature}`;
  },
};

/** A code that differs from a valid one, and how it came to. */
export function drawMutation(random: Random): { code: string; mutation: string } {
  const names = Object.keys(mutations);
  for (;;) {
    const valid = drawCode(random);
    const mutation = names[drawBelow(random, names.length)] ?? "";
    const code = mutations[mutation]?.(valid, random) ?? valid;
    if (code !== valid) return { code, mutation };
  }
}
