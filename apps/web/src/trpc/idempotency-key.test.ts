import { expect, test } from "vitest";
import { idempotencyHeaders, idempotencyKey, newDraftId, withIdempotencyKey } from "./idempotency-key";

test("a key travels as a header; without a key there is none", () => {
  expect(idempotencyHeaders(withIdempotencyKey("key-1").context)).toEqual({ "Idempotency-Key": "key-1" });
  expect(idempotencyHeaders({})).toEqual({});
});

test("the same content of the same draft has the same key, anything else another", () => {
  const content = { name: "Hall", seats: [1, 2] };
  expect(idempotencyKey("d", { ...content })).toBe(idempotencyKey("d", content));
  expect(idempotencyKey("d", { ...content, seats: [2, 1] })).not.toBe(idempotencyKey("d", content));
  expect(idempotencyKey("e", content)).not.toBe(idempotencyKey("d", content));
});

test("a draft id is 128 random bits, and its keys are short enough to send", () => {
  expect(newDraftId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newDraftId()).not.toBe(newDraftId());
  expect(idempotencyKey(newDraftId(), "x".repeat(2_000_000)).length).toBeLessThan(60);
});
