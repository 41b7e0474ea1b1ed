/** A refund's name and its idempotency key: the n-th of a payment, or of a booking that was paid in cash. */
export const nameRefund = (paid: string, n: number): string => `${paid}-r${n}`;

/** One that none of these has: after a restore, a later one may be known, and an earlier one not. */
export function nextRefundName(paid: string, names: readonly string[]): string {
  const numbers = names.map((name) => Number(name.slice(name.lastIndexOf("-r") + 2)));
  return nameRefund(paid, Math.max(0, ...numbers) + 1);
}
