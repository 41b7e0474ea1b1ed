import type { UserId } from "../ids.ts";
import type { Buyer, BuyerSummary, Favorite } from "./analytics.ts";

/** The parts of an event and its bookings, oldest first, that describe its buyers. */
type SaleOf = {
  tags: readonly string[];
  artists: readonly string[];
  sales: readonly {
    user_id: UserId;
    booking_date: string;
    seats: readonly string[];
    total: number;
    cancelled_at: string | null;
    refunded: number;
  }[];
};

/** Per tag and per artist: the number of events the buyer has bookings for. */
type Taste = { tags: Map<string, number>; artists: Map<string, number> };

/** A buyer before name and e-mail are looked up. */
export type Bought = Omit<Buyer, "name" | "email">;

const maxFavorites = 3;
const mostShared = 10;

/**
 * The buyers of `event`, each and in aggregate. `others` are the organizer's other events: someone who booked one of
 * them earlier is a returning buyer. Favourites come from the events for which the buyer still has a confirmed booking.
 */
export function studyBuyers(event: SaleOf, others: readonly SaleOf[]): { buyers: Bought[]; summary: BuyerSummary } {
  const totals = sumUp(event);
  const tastes = taste([event, ...others], totals);
  const before = findFirst(others, totals);
  const buyers = [...totals].map(([user_id, total]): Bought => {
    const { tags, artists } = tastes(user_id);
    return {
      user_id,
      ...total,
      is_returning: (before.get(user_id) ?? total.first_booking) < total.first_booking,
      favourite_tags: mostOften(tags, maxFavorites).map(([name]) => name),
      favourite_artists: mostOften(artists, maxFavorites).map(([name]) => name),
    };
  });
  const returning_buyers = buyers.filter(({ is_returning }) => is_returning).length;
  const summary = {
    total: buyers.length,
    new_buyers: buyers.length - returning_buyers,
    returning_buyers,
    favourite_tags: share(buyers.map(({ user_id }) => tastes(user_id).tags)),
    favourite_artists: share(buyers.map(({ user_id }) => tastes(user_id).artists)),
  };
  return { buyers, summary };
}

type Total = Pick<Buyer, "bookings" | "cancellations" | "seats" | "spend" | "first_booking">;

function sumUp({ sales }: SaleOf): Map<UserId, Total> {
  const totals = new Map<UserId, Total>();
  for (const { user_id, booking_date, seats, total, cancelled_at, refunded } of sales) {
    const sum = totals.get(user_id) ?? {
      ...{ bookings: 0, cancellations: 0, seats: 0, spend: 0, first_booking: booking_date },
    };
    totals.set(user_id, sum);
    sum.bookings += 1;
    sum.spend += total - refunded;
    if (cancelled_at === null) sum.seats += seats.length;
    else sum.cancellations += 1;
  }
  return totals;
}

/** Date of the first booking of each of `wanted`. */
function findFirst(events: readonly SaleOf[], wanted: { has(user_id: UserId): boolean }): Map<string, string> {
  const first = new Map<string, string>();
  for (const { user_id, booking_date } of events.flatMap(({ sales }) => sales)) {
    const known = first.get(user_id);
    if (wanted.has(user_id) && (known === undefined || booking_date < known)) first.set(user_id, booking_date);
  }
  return first;
}

function taste(events: readonly SaleOf[], wanted: { has(user_id: UserId): boolean }): (user_id: UserId) => Taste {
  const tastes = new Map<string, Taste>();
  const tasteOf = (user_id: UserId): Taste => tastes.get(user_id) ?? { tags: new Map(), artists: new Map() };
  for (const { tags, artists, sales } of events) {
    const confirmed = sales.filter(({ cancelled_at, user_id }) => cancelled_at === null && wanted.has(user_id));
    for (const user_id of new Set(confirmed.map((sale) => sale.user_id))) {
      const known = tasteOf(user_id);
      for (const tag of new Set(tags)) add(known.tags, tag);
      for (const artist of new Set(artists)) add(known.artists, artist);
      tastes.set(user_id, known);
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
