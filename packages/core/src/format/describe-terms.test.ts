import { expect, it } from "vitest";
import { describeTerms } from "./describe-terms.ts";

const price = { total: 24_000, currency: "USD" };
const full = { end: "Monday", percent: 100, refund: 24_000 };
const half = { end: "Tuesday", percent: 50, refund: 12_000 };

it.each([
  ["nobody may", [], price, "You can’t cancel."],
  ["the price comes back", [full], price, "You can cancel for a full refund until Monday."],
  ["half comes back", [half], price, "You can cancel until Tuesday, with 50% of the price back: US$120."],
  [
    "first all comes back, then half",
    [full, half],
    price,
    "You can cancel for a full refund until Monday, and until Tuesday, with 50% of the price back: US$120.",
  ],
  [
    "nothing comes back",
    [{ ...half, percent: 0, refund: 0 }],
    price,
    "You can cancel until Tuesday, with nothing back.",
  ],
  [
    "a part was refunded before",
    [{ ...full, refund: 18_000 }],
    price,
    "You can cancel until Monday, with the rest of the price back: US$180.",
  ],
  ["it is free", [full], { ...price, total: 0 }, "You can cancel until Monday."],
])("where %s, the terms say so", (_, steps, price, words) => {
  expect(describeTerms(steps, price)).toBe(words);
});
