import { LRUCache } from "lru-cache";

/** A visitor has had more than their share rendered; there is more in so many seconds. */
export class AllowanceError extends Error {
  override readonly name = "AllowanceError";
  readonly seconds: number;
  constructor(seconds: number) {
    super("More renders than a visitor may cause");
    this.seconds = seconds;
  }
}

type Limits = { perSecond: number; seconds?: number; visitors?: number };

/**
 * How many renders of public pages a visitor may cause, in windows of `seconds` that begin with the first; 0 a second for no
 * limit. A page that is kept costs nothing, so that only who asks for ever new ones gets to its end.
 */
export function createAllowance({ perSecond, seconds = 10, visitors = 20_000 }: Limits) {
  const renders = perSecond === 0 ? Number.POSITIVE_INFINITY : perSecond * seconds;
  const used = new LRUCache<string, { count: number; endsAt: number }>({ max: visitors });
  return {
    /** Throws AllowanceError where nothing is left. */
    take(visitor: string): void {
      const now = performance.now();
      const known = used.get(visitor);
      const current = known && known.endsAt > now ? known : { count: 0, endsAt: now + seconds * 1000 };
      if (current.count >= renders) throw new AllowanceError(Math.ceil((current.endsAt - now) / 1000));
      used.set(visitor, { ...current, count: current.count + 1 });
    },
  };
}
