import { expect, test } from "vitest";
import { asAttempt, keyFor, nameAttempt, newDraftId } from "./idempotency-key";

test("an attempt travels as a header, and what is no attempt has none", () => {
  expect(nameAttempt(asAttempt("key-1").context)).toEqual({ "Idempotency-Key": "key-1" });
  expect(nameAttempt({})).toEqual({});
});

test("the same content of the same draft is the same attempt; anything else is another", () => {
  const content = { name: "Hall", seats: [1, 2] };
  expect(keyFor("d", { ...content })).toBe(keyFor("d", content));
  expect(keyFor("d", { ...content, seats: [2, 1] })).not.toBe(keyFor("d", content));
  expect(keyFor("e", content)).not.toBe(keyFor("d", content));
});

test("a draft's name is 128 bits that no other has, and its keys are short enough to send", () => {
  expect(newDraftId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newDraftId()).not.toBe(newDraftId());
  expect(keyFor(newDraftId(), "x".repeat(2_000_000)).length).toBeLessThan(60);
});
