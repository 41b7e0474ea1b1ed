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

type Limits = { renders: number; withinMs: number; visitors: number };

/** As many pages as the API allows a stranger's address requests: ten a second. */
const usualLimits: Limits = { renders: 100, withinMs: 10_000, visitors: 20_000 };

/**
 * How many renders of public pages a visitor may cause, in windows that begin with the first: a page that is kept costs nothing,
 * so that only who asks for ever new ones gets to its end.
 */
export function createAllowance(limits: Partial<Limits> = {}) {
  const { renders, withinMs, visitors } = { ...usualLimits, ...limits };
  const used = new LRUCache<string, { count: number; endsAt: number }>({ max: visitors });
  return {
    /** Throws AllowanceError where nothing is left. */
    take(visitor: string): void {
      const now = performance.now();
      const known = used.get(visitor);
      const current = known && known.endsAt > now ? known : { count: 0, endsAt: now + withinMs };
      if (current.count >= renders) throw new AllowanceError(Math.ceil((current.endsAt - now) / 1000));
      used.set(visitor, { ...current, count: current.count + 1 });
    },
  };
}
