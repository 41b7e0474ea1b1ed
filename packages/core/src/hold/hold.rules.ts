/** Expired means hold_ttl < now, everywhere. */
export function isExpired(hold: { hold_ttl: number }, now: number): boolean {
  return hold.hold_ttl < now;
}
