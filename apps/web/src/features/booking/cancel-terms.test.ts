import { expect, test } from "vitest";
import { describeMoney } from "./cancel-terms";

const booking = { lines: [], total: 24_000, refunded: 0, currency: "USD", payment_status: "captured" as const };

test.each([
  ["the whole price", booking, 24_000, ["The full price is refunded to the card you paid with."]],
  [
    "cash",
    { ...booking, counter: "cash" as const },
    24_000,
    ["The full price is paid back in cash at the box office where you bought."],
  ],
  [
    "nothing of a reservation",
    { ...booking, due_at: "2027-01-24T18:00:00.000Z" },
    0,
    ["Nothing was paid, so you owe nothing and nothing is refunded. Don’t pay it any more."],
  ],
  [
    "nothing of a price that could not be taken",
    { ...booking, refunded: 24_000, payment_status: "voided" as const },
    0,
    ["Nothing was paid, so nothing is refunded."],
  ],
  ["nothing", { ...booking, total: 0 }, 0, ["Nothing was paid, so nothing is refunded."]],
  [
    "a part",
    booking,
    12_000,
    [
      "This part is refunded to the card you paid with.",
      "The seller keeps US$120 of the US$240 that you paid. You agreed to that when you booked.",
    ],
  ],
  [
    "a part, after an earlier refund",
    { ...booking, refunded: 6_000 },
    6_000,
    [
      "This part is refunded to the card you paid with.",
      "The seller keeps US$120 of the US$240 that you paid. You agreed to that when you booked.",
    ],
  ],
  ["the rest", { ...booking, refunded: 6_000 }, 18_000, ["The rest is refunded to the card you paid with."]],
  [
    "none of it",
    booking,
    0,
    ["Nothing is refunded: the seller keeps the US$240 that you paid. You agreed to that when you booked."],
  ],
  ["none of what is left", { ...booking, refunded: 24_000 }, 0, ["All that you paid was refunded before."]],
])("a cancellation that gives back %s says so before", (_, sold, refund, words) => {
  expect(describeMoney(sold, refund)).toEqual(words);
});
