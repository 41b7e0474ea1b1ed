import { formatMoney } from "./format-money.ts";

/** Amounts are in the minor unit of `currency`. */
type Refund = { amount: number; currency: string; isCash: boolean };

/** What becomes of a buyer's refund: "Your refund of US$85 is on its way to the card you paid with." `isDue` until it is paid out. */
export function describeRefund({ amount, currency, isCash }: Refund, isDue: boolean): string {
  const money = formatMoney(amount, currency);
  if (isCash) return `Your refund of ${money} is paid out at the box office.`;
  return isDue
    ? `Your refund of ${money} is on its way to the card you paid with.`
    : `${money} was refunded to the card you paid with.`;
}

type Kept = { paid: number; refunded: number; currency: string };

/** What of the price the seller of a cancelled booking keeps: "The seller keeps US$85 of the US$170 that you paid."; null for nothing. */
export function describeKept({ paid, refunded, currency }: Kept): string | null {
  if (refunded >= paid) return null;
  if (refunded === 0) return `Nothing is refunded: the seller keeps the ${formatMoney(paid, currency)} that you paid.`;
  return `The seller keeps ${formatMoney(paid - refunded, currency)} of the ${formatMoney(paid, currency)} that you paid.`;
}

/** "US$85", or "US$85 of US$170" where that is not all. */
export function describePart({ paid, refunded, currency }: Kept): string {
  const part = formatMoney(refunded, currency);
  return refunded < paid ? `${part} of ${formatMoney(paid, currency)}` : part;
}
