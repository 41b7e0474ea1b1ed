import { describe, expect, it } from "vitest";
import { CreateEvent, Event } from "../event/event.ts";
import {
  leaseKey,
  settleResponse,
  takeOverLease,
  toIdempotencyRecord,
  writeResponse,
  yieldLease,
} from "./idempotency.table.ts";
import { IdempotencyKey, type IdempotencyLease } from "./idempotency.ts";

const claim: IdempotencyLease = { record_id: "hash", lease: "mine", isSettled: false };

describe("a claim as it is stored", () => {
  const common = { pk: "claim-hash", sk: "claim-hash", body_hash: "body", lease: "theirs", ends_at: 9, purge_at: 9 };

  it("is running, or died, while it has a lease", () => {
    const stored = { body_hash: "body", lease: "theirs", lease_until: 7, answer: null };
    expect(toIdempotencyRecord({ ...common, lease_until: 7 })).toEqual(stored);
  });

  it("is settled once it has none, with an answer that keeps the order of its fields", () => {
    const answer = { output: { b: 1, a: { d: null, c: [] } } };
    const stored = toIdempotencyRecord({ ...common, answer: JSON.stringify(answer) });
    expect(stored.lease_until).toBeNull();
    expect(JSON.stringify(stored.answer)).toBe(JSON.stringify(answer));
  });
});

describe("the writes of a claim", () => {
  it("lease it for a minute and keep it for a day, without what a day-old one had been answered", () => {
    const { update, values } = leaseKey(claim, "body", 1000.5);
    expect(update).toMatch(/ REMOVE answer$/);
    expect(values).toMatchObject({ ":until": 1060.5, ":end": 87_400.5, ":purge": 87_401, ":now": 1000.5 });
  });

  it.each([
    ["before it decided anything", null, "attribute_not_exists(answer)"],
    ["after it had decided", { output: 1 }, "attribute_exists(answer)"],
  ])("take over one that died, %s, as it was read", (_, answer, asRead) => {
    const read = { body_hash: "body", lease: "theirs", lease_until: 7, answer };
    const { update, condition, values } = takeOverLease(claim, read, 8);
    expect(update).toBe("SET lease = :lease, lease_until = :until");
    expect(condition).toBe(`lease = :read AND lease_until < :now AND ${asRead}`);
    expect(values).toEqual({ ":lease": "mine", ":read": "theirs", ":now": 8, ":until": 68 });
  });

  it("settle it with an answer, while it is leased by the one who does", () => {
    expect(settleResponse(claim, { output: 1 })).toMatchObject({
      update: "SET answer = :answer REMOVE lease_until",
      condition: "lease = :lease",
      values: { ":lease": "mine", ":answer": '{"output":1}' },
    });
  });

  it("leave what was decided to the next request, unless its answer stands for good", () => {
    expect(yieldLease(claim)).toMatchObject({
      update: "SET lease_until = :ended",
      condition: "lease = :lease AND attribute_exists(lease_until)",
      values: { ":lease": "mine", ":ended": 0 },
    });
  });

  it("have room for the longest answer there is, that of an event", () => {
    const full = (length: number, of = "ä") => Array.from({ length }, () => of.repeat(120));
    const input = CreateEvent.parse({
      venue_id: "venue-00001",
      name: "ä".repeat(160),
      start_time: "2099-01-01T20:00:00Z",
      duration: 60,
      artists: full(30),
      tags: full(20),
      description: "ä".repeat(500),
      programme: "ä".repeat(20_000),
      seat_type_prices: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}${"ä".repeat(39)}`, 100_000_000])),
    });
    const made = { event_id: "event-00001", layout_id: "layout-venue-00001-1", owner_id: "user-00001" };
    const stamps = { sales_start: input.start_time, sales_end: null, created_at: input.start_time, seat_count: 20_000 };
    const { values } = writeResponse(claim, { output: Event.parse({ ...input, ...made, ...stamps }) }, true) as {
      values: Record<string, string>;
    };
    const bytes = Buffer.byteLength(values[":answer"] ?? "");
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(20_000);
  });
});

it.each(["", "x".repeat(256), "two words", "tab\t", "é", "line\n"])("%j is no key", (key) => {
  expect(IdempotencyKey.safeParse(key).success).toBe(false);
});
