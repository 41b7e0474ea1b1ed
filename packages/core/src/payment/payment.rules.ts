/** A refund's name and its idempotency key: the n-th of a payment, or of a booking that was paid in cash. */
export const nameRefund = (paid: string, n: number): string => `${paid}-r${n}`;
