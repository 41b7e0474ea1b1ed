// Separate from box-office.ts, so that pages that only need these limits don't load the schemas.

/** Seats in one sale at the counter. */
export const mostSold = 50;

/** Seats that one request blocks or releases, and seats that one request moves: each in one transaction. */
export const mostBlocked = 90;
export const mostMoved = 45;

export const longestReason = 120;
