import { describe, expect, it } from "vitest";
import {
  leaseKey,
  maxAnswerBytes,
  settleResponse,
  takeOverLease,
  toIdempotencyRecord,
  writeResponse,
  yieldLease,
} from "./idempotency.table.ts";
import { IdempotencyKey, type IdempotencyLease } from "./idempotency.ts";

const lease: IdempotencyLease = { record_id: "hash", lease_id: "ours", isSettled: false };

describe("an idempotency record as it is stored", () => {
  const common = { pk: "claim-hash", sk: "claim-hash", body_hash: "body", lease: "theirs", ends_at: 9, purge_at: 9 };

  it("is running, or has died, while it has a lease", () => {
    const stored = { body_hash: "body", lease_id: "theirs", lease_until: 7, response: null };
    expect(toIdempotencyRecord({ ...common, lease_until: 7 })).toEqual(stored);
  });

  it("is final without a lease, with a response that keeps the order of its fields", () => {
    const response = { output: { b: 1, a: { d: null, c: [] } } };
    const stored = toIdempotencyRecord({ ...common, answer: JSON.stringify(response) });
    expect(stored.lease_until).toBeNull();
    expect(JSON.stringify(stored.response)).toBe(JSON.stringify(response));
  });
});

describe("the writes of an idempotency record", () => {
  it("lease it for a minute and keep it for a day, without the response of a day-old one", () => {
    const { update, values } = leaseKey(lease, "body", 1000.5);
    expect(update).toMatch(/ REMOVE answer$/);
    expect(values).toMatchObject({ ":until": 1060.5, ":end": 87_400.5, ":purge": 87_401, ":now": 1000.5 });
  });

  it.each([
    ["before a decision", null, "attribute_not_exists(answer)"],
    ["after the decision", { output: 1 }, "attribute_exists(answer)"],
  ])("take over one that died, %s, as it was read", (_, response, asRead) => {
    const read = { body_hash: "body", lease_id: "theirs", lease_until: 7, response };
    const { update, condition, values } = takeOverLease(lease, read, 8);
    expect(update).toBe("SET lease = :lease, lease_until = :until");
    expect(condition).toBe(`lease = :read AND lease_until < :now AND ${asRead}`);
    expect(values).toEqual({ ":lease": "ours", ":read": "theirs", ":now": 8, ":until": 68 });
  });

  it("store a final response while its lease lasts", () => {
    expect(settleResponse(lease, { output: 1 })).toMatchObject({
      update: "SET answer = :answer REMOVE lease_until",
      condition: "lease = :lease",
      values: { ":lease": "ours", ":answer": '{"output":1}' },
    });
  });

  it("leave the decision to the next request, unless its response is final", () => {
    expect(yieldLease(lease)).toMatchObject({
      update: "SET lease_until = :ended",
      condition: "lease = :lease AND attribute_exists(lease_until)",
      values: { ":lease": "ours", ":ended": 0 },
    });
  });

  it("deflate a long response, which is read back as it was", () => {
    const seats = Array.from({ length: 10_000 }, (_, i) => ({
      seat_pos: `A-${i}`,
      section: `Parkett ${i % 7}`,
      row_label: `${i % 40}`,
      seat_label: `${i}`,
    }));
    const response = { output: { created: seats.length, seats } };
    const { values } = writeResponse(lease, response, true) as { values: Record<string, Uint8Array> };
    const answer = values[":answer"] as Uint8Array;
    expect(answer.byteLength).toBeLessThan(maxAnswerBytes / 2);
    expect(toIdempotencyRecord({ body_hash: "", lease: "", answer }).response).toEqual(response);
  });
});

it.each(["", "x".repeat(256), "two words", "tab\t", "é", "line\n"])("%j is no key", (key) => {
  expect(IdempotencyKey.safeParse(key).success).toBe(false);
});
