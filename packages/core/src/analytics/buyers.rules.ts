import type { UserId } from "../ids.ts";
import { normalizeEmail } from "../text/email.rules.ts";
import type { Contact } from "../user/user.ts";
import type { Buyer, BuyerSummary, Favorite } from "./analytics.ts";

type SaleRecord = {
  user_id: UserId;
  buyer: Contact;
  booking_date: string;
  seats: readonly string[];
  total: number;
  cancelled_at: string | null;
  refunded: number;
};

/** The parts of an event and its bookings, oldest first, that describe its buyers. */
type SaleOf = { tags: readonly string[]; artists: readonly string[]; sales: readonly SaleRecord[] };

/** Whom a sale was made to: the same for all accounts and guests with one address. */
type WhoOf = (sale: Pick<SaleRecord, "user_id">) => string;

/** Per tag and per artist: the number of events the buyer has bookings for. */
type Taste = { tags: Map<string, number>; artists: Map<string, number> };

const maxFavorites = 3;
const mostShared = 10;

/**
 * The buyers of `event`, each and in aggregate. `others` are the organizer's other events: someone who booked one of
 * them earlier is a returning buyer. Favourites come from the events for which the buyer still has a confirmed booking.
 * Guests with one address are one buyer.
 */
export function studyBuyers(event: SaleOf, others: readonly SaleOf[]): { buyers: Buyer[]; summary: BuyerSummary } {
  const whoOf = identify([...others, event]);
  const totals = sumUp(event, whoOf);
  const tastes = taste([event, ...others], totals, whoOf);
  const elsewhere = taste(others, totals, whoOf);
  const own = new Set([...event.tags, ...event.artists]);
  const alsoLikes = (who: string) => {
    const { tags, artists } = elsewhere(who);
    return new Map([...tags, ...artists].filter(([name]) => !own.has(name)));
  };
  const before = findFirst(others, totals, whoOf);
  const buyers = [...totals].map(([who, total]): Buyer => {
    const { tags, artists } = tastes(who);
    return {
      ...total,
      is_returning: (before.get(who) ?? total.first_booking) < total.first_booking,
      favourite_tags: mostOften(tags, maxFavorites).map(([name]) => name),
      favourite_artists: mostOften(artists, maxFavorites).map(([name]) => name),
      also_likes: mostOften(alsoLikes(who), maxFavorites).map(([name]) => name),
    };
  });
  const returning_buyers = buyers.filter(({ is_returning }) => is_returning).length;
  const summary = {
    total: buyers.length,
    new_buyers: buyers.length - returning_buyers,
    returning_buyers,
    other_events: others.length,
    favourite_tags: share([...totals.keys()].map((who) => tastes(who).tags)),
    favourite_artists: share([...totals.keys()].map((who) => tastes(who).artists)),
    also_likes: share([...totals.keys()].map(alsoLikes)),
  };
  return { buyers, summary };
}

/** By the address of anyone's latest booking that states one; without one everyone is themselves. */
function identify(events: readonly SaleOf[]): WhoOf {
  const addresses = new Map<UserId, { address: string; from: string }>();
  for (const { user_id, buyer, booking_date } of events.flatMap(({ sales }) => sales)) {
    const known = addresses.get(user_id);
    if (buyer.email === null || (known && known.from > booking_date)) continue;
    addresses.set(user_id, { address: normalizeEmail(buyer.email), from: booking_date });
  }
  return ({ user_id }) => addresses.get(user_id)?.address ?? user_id;
}

type Total = Omit<Buyer, "is_returning" | "favourite_tags" | "favourite_artists" | "also_likes">;

function sumUp({ sales }: SaleOf, whoOf: WhoOf): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const sale of sales) {
    const who = whoOf(sale);
    const known = totals.get(who);
    totals.set(who, { user_id: known?.user_id ?? sale.user_id, ...addSale(known, sale) });
  }
  return totals;
}

export type BuyerSum = Omit<Total, "user_id">;

/** A buyer's figures with one more booking, later than those before. They are named as in the latest that has a name, an address. */
export function addSale(sum: BuyerSum | undefined, sale: SaleRecord): BuyerSum {
  const { buyer, booking_date, seats, total, cancelled_at, refunded } = sale;
  const isKept = cancelled_at === null;
  return {
    name: buyer.name ?? sum?.name ?? null,
    email: buyer.email ?? sum?.email ?? null,
    bookings: (sum?.bookings ?? 0) + 1,
    cancellations: (sum?.cancellations ?? 0) + (isKept ? 0 : 1),
    seats: (sum?.seats ?? 0) + (isKept ? seats.length : 0),
    spend: (sum?.spend ?? 0) + total - refunded,
    first_booking: sum?.first_booking ?? booking_date,
    last_booking: booking_date,
  };
}

type Wanted = { has(who: string): boolean };

/** Date of the first booking of each of `wanted`. */
function findFirst(events: readonly SaleOf[], wanted: Wanted, whoOf: WhoOf): Map<string, string> {
  const first = new Map<string, string>();
  for (const sale of events.flatMap(({ sales }) => sales)) {
    const who = whoOf(sale);
    const known = first.get(who);
    if (wanted.has(who) && (known === undefined || sale.booking_date < known)) first.set(who, sale.booking_date);
  }
  return first;
}

function taste(events: readonly SaleOf[], wanted: Wanted, whoOf: WhoOf): (who: string) => Taste {
  const tastes = new Map<string, Taste>();
  const tasteOf = (who: string): Taste => tastes.get(who) ?? { tags: new Map(), artists: new Map() };
  for (const { tags, artists, sales } of events) {
    const confirmed = sales.filter(({ cancelled_at }) => cancelled_at === null).map(whoOf);
    for (const who of new Set(confirmed.filter((who) => wanted.has(who)))) {
      const known = tasteOf(who);
      for (const tag of new Set(tags)) add(known.tags, tag);
      for (const artist of new Set(artists)) add(known.artists, artist);
      tastes.set(who, known);
    }
  }
  return tasteOf;
}

function share(likes: readonly Map<string, number>[]): Favorite[] {
  const shared = new Map<string, number>();
  for (const name of likes.flatMap((like) => [...like.keys()])) add(shared, name);
  return mostOften(shared, mostShared).map(([name, buyers]) => ({ name, buyers }));
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Ties are broken alphabetically, so that the same records always give the same result. */
function mostOften(counts: Map<string, number>, most: number): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most);
}
