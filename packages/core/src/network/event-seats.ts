import type { Account, Accounts } from "./network.table.ts";
import { keysOf, type Network } from "./network.ts";
import { type Span, Spans } from "./spans.ts";

/** How many more unpaid seats a network may have for each seat that it paid lately. */
const perPaidSeat = 2;

/** For how long a paid seat is counted, and for how long it raises the limit of unpaid seats, in seconds. */
export const paidFor = 3_600;
const raisesFor = 900;

/** In seconds. */
const pruneEvery = 10;

/** Up to this part of its limit a network is counted by each process for itself. */
const sharedAbove = 1 / 4;

/** How many times the limit of its network somebody may reach who has paid for seats. */
const exemptFactor = 2;

/** Seats that somebody asks for; who `isExempt` has paid for some before. */
export type Request = { network: Network; seats: number; isExempt?: boolean };

/** The unpaid seats of one event by network: what this process recorded, and what the others shared. */
export class EventSeats {
  /** The unpaid seats allowed to a near network that has paid nothing; too few until the hall is known. */
  base: number;
  /** Whether something was recorded since it was last shared. */
  isChanged = false;
  /** What was last shared, as text; null after a write whose answer was lost. */
  shared: string | null = "{}";
  others: Accounts[] = [];
  /** When the others were last asked, in epoch seconds. */
  readAt = Number.NEGATIVE_INFINITY;
  #prunedAt = Number.NEGATIVE_INFINITY;
  readonly #own: Accounts = new Map();
  readonly #factors = new Map<string, number>();

  constructor(base: number) {
    this.base = base;
  }

  add(kind: keyof Account, network: Network, span: Span): void {
    for (const { key, factor } of keysOf(network)) {
      const account = this.#own.get(key) ?? { unpaid: new Spans(), paid: new Spans() };
      account[kind].add(span);
      this.#own.set(key, account);
      this.#factors.set(key, factor);
    }
    this.isChanged = true;
  }

  /** When to ask again for seats that are too many for the network; null if they are not. */
  refuses({ network, seats, isExempt = false }: Request, now: number): number | null {
    for (const { key, factor } of keysOf(network)) {
      const most = this.#limitOf(key, factor, now) * (isExempt ? exemptFactor : 1);
      if (this.#sum("unpaid", key, now) + seats <= most) continue;
      const ends = this.#accounts(key).flatMap(({ unpaid }) => unpaid.nextEnd(now) ?? []);
      return ends.length > 0 ? Math.min(...ends) : now;
    }
    return null;
  }

  /** Whether so many of the network's seats are held that the other processes have to be heard before it gets more. */
  isNearLimit(network: Network, now: number): boolean {
    return keysOf(network).some(
      ({ key, factor }) =>
        (this.#own.get(key)?.unpaid.at(now) ?? 0) > this.#limitOf(key, factor, now) * sharedAbove ||
        this.#isShared(key, now),
    );
  }

  /** The networks to share, in a fixed order: those near their limit, here or elsewhere, and those that cancelled. */
  listShared(now: number): [string, Account][] {
    return [...this.#own]
      .filter(([key, { unpaid, paid }]) => {
        const least = (this.#factors.get(key) ?? 1) * this.base * sharedAbove;
        return unpaid.at(now) > least || paid.at(now) < 0 || this.#isShared(key, now);
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Whether the others have to hear of it, or it of them. */
  hasNews(): boolean {
    return this.isChanged || this.shared !== "{}";
  }

  /** Forgets what is over, which takes longer the more networks there are. */
  prune(now: number): void {
    if (now - this.#prunedAt < pruneEvery) return;
    this.#prunedAt = now;
    for (const [key, { unpaid, paid }] of this.#own) {
      unpaid.prune(now);
      paid.prune(now);
      if (unpaid.list().length + paid.list().length > 0) continue;
      this.#own.delete(key);
      this.#factors.delete(key);
    }
  }

  /** The seats that a network paid for in the last hour and didn't cancel. */
  countPaid(key: string, now: number): number {
    return Math.max(0, this.#sum("paid", key, now));
  }

  isEmpty(): boolean {
    return this.#own.size === 0 && this.shared === "{}";
  }

  #limitOf(key: string, factor: number, now: number): number {
    // What counts until so much later was paid within the shorter time.
    return factor * this.base + perPaidSeat * this.countPaid(key, now + paidFor - raisesFor);
  }

  /** Whether another process shares seats that the network holds. */
  #isShared(key: string, now: number): boolean {
    return this.others.some((accounts) => (accounts.get(key)?.unpaid.at(now) ?? 0) > 0);
  }

  #accounts(key: string): Account[] {
    return [this.#own, ...this.others].flatMap((accounts) => accounts.get(key) ?? []);
  }

  #sum(kind: keyof Account, key: string, now: number): number {
    return this.#accounts(key).reduce((sum, account) => sum + account[kind].at(now), 0);
  }
}
