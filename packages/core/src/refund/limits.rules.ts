// Separate from refund.ts, so that pages that only need these limits don't load the schemas.

/** Refunds of one booking while it is confirmed: its record grows with each. */
export const mostRefunds = 30;

export const longestReason = 120;
