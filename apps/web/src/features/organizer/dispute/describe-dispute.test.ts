import { expect, test } from "vitest";
import { describeDispute } from "./describe-dispute";

const at = "2027-01-10T18:00:00.000Z";

test.each([
  ["open", "US$85 is disputed", /^The buyer’s bank wants it back\. .*Don’t refund it here/],
  ["won", "Dispute of US$85 won", /stays with you/],
  ["lost", "Dispute of US$85 lost", /^The bank gave the money back to the buyer\. .*Stripe refuses that/],
] as const)("a dispute that is %s says what was taken and what to do", (state, title, next) => {
  const words = describeDispute({ state, amount: 8_500, at }, "USD");
  expect(words.title).toBe(title);
  expect(words.next).toMatch(next);
});
