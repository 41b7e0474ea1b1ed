import type { HoldingId } from "@evently/core/ids";

/** The expiry of a hold; null if its record is gone. */
type Found = { state: string; hold_ttl: number } | null;

export type HoldExpiryTracker = {
  /** Tracks a hold that this process placed. */
  add(holding_id: HoldingId, hold_ttl: number): void;
  /** Reads the overdue holds and returns how many of them expired. Those that could not be read stay tracked. */
  check(): Promise<number>;
};

const maxTracked = 20_000;
const concurrentReads = 20;
/** A hold that is being paid doesn't expire yet: it is read again after this many seconds. */
const payingPause = 30;

/**
 * Nothing is written when a hold expires, so there is no notification. Each hold placed by this process is therefore
 * read once after its expiry, one small read per hold. Tracks at most `maxTracked` holds at a time.
 */
export function trackHoldExpiry(
  find: (holding_id: HoldingId) => Promise<Found>,
  clock: () => number,
): HoldExpiryTracker {
  const ends = new Map<HoldingId, number>();

  async function hasExpired(holding_id: HoldingId): Promise<boolean> {
    const holding = await find(holding_id);
    const now = clock();
    if (holding?.state === "paying") ends.set(holding_id, now + payingPause);
    else if (holding?.state === "active" && holding.hold_ttl >= now) ends.set(holding_id, holding.hold_ttl);
    else ends.delete(holding_id);
    return holding?.state === "active" && holding.hold_ttl < now;
  }

  return {
    add(holding_id, hold_ttl) {
      if (ends.size < maxTracked) ends.set(holding_id, hold_ttl);
    },
    async check() {
      const now = clock();
      const overdue = [...ends].flatMap(([holding_id, at]) => (at < now ? [holding_id] : []));
      let expired = 0;
      for (let i = 0; i < overdue.length; i += concurrentReads) {
        const batch = overdue.slice(i, i + concurrentReads);
        const results = await Promise.all(batch.map((holding_id) => hasExpired(holding_id).catch(() => false)));
        expired += results.filter(Boolean).length;
      }
      return expired;
    },
  };
}
