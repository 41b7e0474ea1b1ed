import { assignKeys, isPlain, type KnownSeat, rowKey } from "../venue/seat-keys.rules.ts";
import type { NewVenueSeat, Venue, VenueSeat } from "../venue/venue.ts";

type PlacedSeat = KnownSeat & Pick<VenueSeat, "row_order">;

/** Seats to add as the venue's next revision has them: with their keys and the order of their rows. */
export function placeSeats(
  { venue_id, revision }: Pick<Venue, "venue_id" | "revision">,
  known: readonly PlacedSeat[],
  seats: readonly NewVenueSeat[],
): VenueSeat[] {
  const places = assignKeys(known, seats);
  const orderOf = orderRows(known, !seats.every(isPlain));
  return seats.map(({ seat_type, x, y, accessible, properties }, i) => {
    const place = places[i];
    if (!place) throw new Error(`seat ${i} was given no key`);
    return {
      ...{ venue_id, ...place, seat_type, accessible, properties },
      ...{ x: x ?? null, y: y ?? null, row_order: orderOf(place), revision: revision + 1 },
    };
  });
}

/** A known row keeps its order; new ones follow as they are entered, those that name nothing printed by their code. */
function orderRows(known: readonly PlacedSeat[], isEntered: boolean) {
  const orders = new Map<string, number | null>();
  let last = 0;
  for (const seat of known) {
    orders.set(rowKey(seat), seat.row_order);
    last = Math.max(last, seat.row_order ?? 0);
  }
  return (seat: Pick<VenueSeat, "section" | "row_label">): number | null => {
    const key = rowKey(seat);
    const order = orders.get(key);
    if (order !== undefined) return order;
    const next = isEntered ? ++last : null;
    orders.set(key, next);
    return next;
  };
}
