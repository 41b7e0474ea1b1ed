import { expect, test } from "vitest";
import { isOfOther } from "./is-of-other";

test("a door without a key is kept for the account that opened it, and no longer than it is signed in", () => {
  const own = { key: null, user_id: "user-00001" };
  expect(["user-00001", "user-00002", null].map((holder) => isOfOther(own, holder))).toEqual([false, true, true]);
  expect(isOfOther({ key: null, user_id: null }, null)).toBe(true);
});

test("a door with a key stays, whoever signs in or out", () => {
  const keyed = { key: "event-00001.a.b", user_id: null };
  expect(["user-00001", null].map((holder) => isOfOther(keyed, holder))).toEqual([false, false]);
});
