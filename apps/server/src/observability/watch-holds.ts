/** A hold as far as its end goes; null where its record is gone. */
type Found = { state: string; hold_ttl: number } | null;

export type HoldWatch = {
  /** A hold that was placed here. */
  add(holding_id: string, hold_ttl: number): void;
  /** Looks at those whose time has passed; answers how many of them had run out. What could not be read is looked at again. */
  look(): Promise<number>;
};

const most = 20_000;
const atOnce = 20;
/** A hold under payment is kept on its buyer's behalf: looked at again after so long, seconds. */
const payingPause = 30;

/**
 * Nothing happens in the table when a hold runs out, so nobody is told. This looks, once its time has passed, at each
 * hold that was placed here: one small read a hold. More than `most` at once are not watched.
 */
export function watchHolds(find: (holding_id: string) => Promise<Found>, clock: () => number): HoldWatch {
  const ends = new Map<string, number>();

  async function lookAt(holding_id: string): Promise<boolean> {
    const holding = await find(holding_id);
    const now = clock();
    if (holding?.state === "paying") ends.set(holding_id, now + payingPause);
    else if (holding?.state === "active" && holding.hold_ttl >= now) ends.set(holding_id, holding.hold_ttl);
    else ends.delete(holding_id);
    return holding?.state === "active" && holding.hold_ttl < now;
  }

  return {
    add(holding_id, hold_ttl) {
      if (ends.size < most) ends.set(holding_id, hold_ttl);
    },
    async look() {
      const now = clock();
      const due = [...ends].flatMap(([holding_id, at]) => (at < now ? [holding_id] : []));
      let expired = 0;
      for (let i = 0; i < due.length; i += atOnce) {
        const looks = due.slice(i, i + atOnce).map((holding_id) => lookAt(holding_id).catch(() => false));
        expired += (await Promise.all(looks)).filter(Boolean).length;
      }
      return expired;
    },
  };
}
