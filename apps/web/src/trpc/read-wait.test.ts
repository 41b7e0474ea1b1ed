import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { readWait, waitOf } from "./read-wait";

const answer = (after?: string) => new Response(null, after === undefined ? {} : { headers: { "retry-after": after } });

test.each([
  ["3", 3000],
  ["1", 1000],
  [undefined, 1000],
  ["", 1000],
  ["0", 1000],
  ["-5", 1000],
  ["Wed, 21 Oct 2026 07:28:00 GMT", 1000],
])("Retry-After %j is %d ms", (after, wait) => {
  expect(waitOf(answer(after))).toBe(wait);
});

test("waits as a failed answer says, or for a second without an answer", () => {
  const limited = TRPCClientError.from(new Error("limited"), { meta: { response: answer("7") } });
  expect(readWait(limited)).toBe(7000);
  expect([readWait(TRPCClientError.from(new Error("silence"))), readWait(new TypeError("fetch failed"))]).toEqual([
    1000, 1000,
  ]);
});
