import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BookingId, EventId, SeatId } from "../ids.ts";
import { drawnSeed } from "../testing/drawn-seed.ts";
import { drawMutation, drawnKeys } from "../testing/mutate-code.ts";
import { seededRandom } from "../testing/random.ts";
import { readCode } from "./ticket-code.ts";
import { openTicketKeys } from "./ticket-keys.ts";

const [older, newer] = [
  { name: "k1", key: "q3VtZ0mVb1xkYw9sR5uJ2nTqLzA8dHfPeCi7oGgWB4E" },
  { name: "k2", key: "9hT0kQeW3rYuIoPaSdFgHjKlZxCvBnM1234567890Ab" },
];
const facts = {
  event_id: EventId.parse("event-00012"),
  booking_id: BookingId.parse("booking-00345"),
  seat_pos: SeatId.parse("BALA-12"),
  version: 1,
};

describe("a code", () => {
  it("has the numbers of its ids, and is read back", () => {
    const code = openTicketKeys([older]).sign(facts);
    expect(code).toMatch(/^E1\.k1\.12\.345\.BALA-12\.1\.[\w-]{86}$/);
    expect(readCode(code)?.facts).toEqual(facts);
    expect(openTicketKeys([older]).sign(facts)).toBe(code);
  });

  it("fits QR version 7-M, which holds 122 bytes, for a million bookings", () => {
    const ids = { event_id: EventId.parse("event-999999"), booking_id: BookingId.parse("booking-999999") };
    expect(openTicketKeys([older]).sign({ ...facts, ...ids, version: 99 }).length).toBeLessThanOrEqual(122);
  });

  it("is verified by the key that it names, whichever signs now", () => {
    const before = openTicketKeys([older]).sign(facts);
    const rotated = openTicketKeys([newer, older]);
    expect(rotated.sign(facts)).toMatch(/^E1\.k2\./);
    expect(rotated.verify(before)).toEqual(facts);
    expect(rotated.verify(rotated.sign(facts))).toEqual(facts);
    expect(openTicketKeys([newer]).verify(before)).toBeNull();
  });

  it("is verified by WebCrypto with the published keys", async () => {
    const keys = openTicketKeys([newer, older]);
    const code = keys.sign(facts);
    const read = readCode(code);
    const jwk = keys.publicKeys.find(({ kid }) => kid === read?.kid);
    if (!read || !jwk) throw new Error("the code names no published key");
    const key = await webcrypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
    const check = (payload: string) =>
      webcrypto.subtle.verify("Ed25519", key, Buffer.from(read.signature, "base64url"), Buffer.from(payload));
    expect(await check(read.payload)).toBe(true);
    expect(await check(`${read.payload}0`)).toBe(false);
  });

  it("tells nothing of the secret keys", () => {
    const published = JSON.stringify(openTicketKeys([newer, older]).publicKeys);
    for (const { key } of [older, newer]) expect(published).not.toContain(key);
  });
});

it("accepts no mutation of a valid code", () => {
  const random = seededRandom(drawnSeed);
  const seen = new Set<string>();
  for (let i = 0; i < 2_000; i++) {
    const { code, mutation } = drawMutation(random);
    seen.add(mutation);
    expect(drawnKeys.verify(code), `${mutation}: ${code}`).toBeNull();
  }
  expect(seen.size).toBe(11);
});
