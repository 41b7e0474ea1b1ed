import { formatMoney } from "./format-money.ts";

/** To the card, at the till, or by the seller who had an invoice paid. */
type RefundWay = "card" | "till" | "seller";

/** Amounts are in the minor unit of `currency`. */
type Refund = { amount: number; currency: string; way: RefundWay };

type Paid = { counter?: string | undefined; total: number; paid_at?: string | undefined };

/** How a booking's refund reaches its buyer. `paid_at` is when an invoice was paid. */
export function refundWayOf({ counter, total, paid_at }: Paid): RefundWay {
  if (counter === "cash" && total > 0) return "till";
  return paid_at === undefined ? "card" : "seller";
}

/** What becomes of a buyer's refund: "Your refund of US$85 is on its way to the card you paid with." `isDue` until it is paid out. */
export function describeRefund({ amount, currency, way }: Refund, isDue: boolean): string {
  const money = formatMoney(amount, currency);
  if (way === "till") return `Your refund of ${money} is paid out at the box office.`;
  if (way === "seller") return `Your refund of ${money} comes from the seller, whom you paid.`;
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
