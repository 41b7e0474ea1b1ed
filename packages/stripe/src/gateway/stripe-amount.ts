import { minorDigits } from "@evently/core/money/money.rules";

/**
 * The digits that Stripe gives an amount, where they are other than ISO 4217's, and the step that its amounts come in,
 * by https://docs.stripe.com/currencies (read 2026-11): MGA is without digits there; ISK and UGX are written with two,
 * always 00; of three-decimal currencies the last digit is 0.
 */
const ownDigits: Readonly<Record<string, number>> = { MGA: 0, ISK: 2, UGX: 2 };

/** Amounts of a currency come in multiples of this, in Stripe's unit. */
function stepOf(currency: string): number {
  if (currency === "ISK" || currency === "UGX") return 100;
  return minorDigits(currency) === 3 ? 10 : 1;
}

/** Stripe's unit in the currency's minor unit: 100 of them in an ISK, a fifth of nothing elsewhere. */
function powerOf(currency: string): number {
  return (ownDigits[currency] ?? minorDigits(currency)) - minorDigits(currency);
}

/** The least amount above 0 that Stripe has, in the currency's minor unit: all of its amounts are multiples of it. */
export const smallestAmount = (currency: string): number => Math.max(1, scale(stepOf(currency), -powerOf(currency)));

/** An amount of the currency's minor unit in Stripe's. Throws if Stripe has no such amount. */
export function toStripeAmount(amount: number, currency: string): number {
  const converted = scale(amount, powerOf(currency));
  if (!Number.isSafeInteger(converted) || converted % stepOf(currency) !== 0) {
    throw new Error(`Stripe has no amount of ${amount} in the minor unit of ${currency}`);
  }
  return converted;
}

/** Of an amount in Stripe's unit the one in the currency's minor unit; `currency` in any case. */
export function fromStripeAmount(amount: number, currency: string): number {
  return scale(amount, -powerOf(currency.toUpperCase()));
}

/** The platform's share of an amount, both in Stripe's unit, rounded down to what Stripe can take. */
export function toApplicationFee(amount: number, percent: number, currency: string): number {
  const step = stepOf(currency);
  // Of percents two decimals count: the product is exact below 2^53.
  const fee = Math.floor((amount * Math.round(percent * 100)) / 10_000);
  return fee - (fee % step);
}

function scale(amount: number, power: number): number {
  return power >= 0 ? amount * 10 ** power : amount / 10 ** -power;
}
