import { currencies } from "@evently/core/money/currencies.rules";
import { minorDigits, refundStep } from "@evently/core/money/money.rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeller, type Seller } from "../testing/open-seller.ts";
import { pay } from "../testing/pay.ts";
import { fromStripeAmount, smallestAmount, toApplicationFee, toStripeAmount } from "./stripe-amount.ts";

/** An amount of the currency's minor unit, and what Stripe's documentation makes of it. */
const amounts: [string, number, number][] = [
  ["USD", 1_099, 1_099],
  ["EUR", 1_099, 1_099],
  ["JPY", 500, 500],
  ["KRW", 500, 500],
  ["CLP", 500, 500],
  ["XOF", 500, 500],
  ["ISK", 5, 500],
  ["UGX", 5, 500],
  ["MGA", 500, 5],
  ["HUF", 1_045, 1_045],
  ["TWD", 80_045, 80_045],
  ["KWD", 5_120, 5_120],
  ["TND", 5_130, 5_130],
];

test.each(amounts)("of %s %d is %d at Stripe, and back", (currency, amount, atStripe) => {
  expect(toStripeAmount(amount, currency)).toBe(atStripe);
  expect(fromStripeAmount(atStripe, currency.toLowerCase())).toBe(amount);
});

test.each([
  ["KWD", 5_124],
  ["BHD", 1],
  ["MGA", 550],
])("of %s %d can't be charged", (currency, amount) => {
  expect(() => toStripeAmount(amount, currency)).toThrow(`no amount of ${amount} in the minor unit of ${currency}`);
});

test("of every currency the step is the least amount that Stripe has, and refunds by percent are in steps of it", () => {
  for (const currency of currencies) {
    const step = smallestAmount(currency);
    expect(toStripeAmount(step, currency)).toBeGreaterThan(0);
    for (let less = 1; less < step; less++) expect(() => toStripeAmount(less, currency)).toThrow("no amount");
    expect(refundStep(currency) % step).toBe(0);
  }
});

test("every ISO digit is covered above", () => {
  expect(new Set(amounts.map(([currency]) => minorDigits(currency)))).toEqual(new Set([0, 2, 3]));
});

test.each([
  [15_000, 5, "USD", 750],
  [15_000, 0, "USD", 0],
  [1_099, 2.5, "USD", 27],
  [99, 1, "USD", 0],
  [99_999_999, 12.34, "USD", 12_339_999],
  [15_000, 100, "USD", 15_000],
  [5_120, 5, "KWD", 250],
  [500, 30, "ISK", 100],
])("a fee of %d at %d %% in %s is %d", (amount, percent, currency, fee) => {
  expect(toApplicationFee(amount, percent, currency)).toBe(fee);
});

describe("at Stripe", () => {
  let seller: Seller;
  beforeAll(async () => {
    seller = await openSeller(5);
  });
  afterAll(() => seller.double.close());

  test.each(amounts.map(([currency]) => currency))("%s is paid and refunded to the minor unit", async (currency) => {
    const amount = 12_300;
    const { key } = await pay(seller, { currency, amount });
    const parts = [200, 1_100, 11_000];
    for (const [at, part] of parts.entries()) {
      await seller.gateway.refund(key, { refund_id: `${key.payment_id}-r${at}`, amount: part });
    }
    const found = await seller.gateway.find(key);
    expect(found).toMatchObject({ amount, currency, refunded: amount });
    expect(found?.refunds.map((refund) => refund.amount)).toEqual(parts);
  });
});
