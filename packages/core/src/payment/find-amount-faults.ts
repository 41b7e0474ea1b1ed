import type { Fault } from "../errors.ts";
import { toDecimal } from "../money/money.rules.ts";
import type { PaymentGateway } from "./gateway.ts";

/** Which of the amounts, by their paths and in the minor unit, the gateway can't take or give back. Pure. */
export function findAmountFaults(
  gateway: Pick<PaymentGateway, "step">,
  currency: string,
  amounts: Readonly<Record<string, number>>,
): Fault[] {
  const step = gateway.step(currency);
  const message = `in steps of ${toDecimal(step, currency)} ${currency}: the payment gateway has no amount between`;
  return Object.entries(amounts).flatMap(([path, amount]) => (amount % step === 0 ? [] : [{ path, message }]));
}

/** The prices of seat types, by their paths in what an organizer sends. */
export const byPath = (prices: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(prices).map(([type, price]) => [`seat_type_prices.${type}`, price]));
