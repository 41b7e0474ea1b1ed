import type { HoldingId } from "@evently/core/ids";

/** A hold as far as its expiry goes; null where its record is gone. */
type Found = { state: string; hold_ttl: number } | null;

export type HoldExpiryTracker = {
  /** A hold that this process placed. */
  add(holding_id: HoldingId, hold_ttl: number): void;
  /** Reads the holds that are overdue; answers how many of them expired. Those that could not be read stay tracked. */
  check(): Promise<number>;
};

const maxTracked = 20_000;
const concurrentReads = 20;
/** A hold under payment is kept for its buyer: read again after so many seconds. */
const payingPause = 30;

/**
 * Nothing is written when a hold expires, so nobody is notified. Each hold that was placed here is therefore read once
 * after its end, one small read a hold. At most `maxTracked` are tracked at a time.
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
