/** Expired means hold_ttl < now, everywhere. */
export function isExpired(hold: { hold_ttl: number }, now: number): boolean {
  return hold.hold_ttl < now;
}

/** Attempts to pay for one hold; the last one releases it unless it books. */
export const mostAttempts = 5;
