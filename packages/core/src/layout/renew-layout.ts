import type { Core } from "../core.ts";
import { readVenueSeats } from "../venue/read-venue.ts";
import { labelKey } from "../venue/seat-keys.rules.ts";
import type { Venue } from "../venue/venue.ts";
import { listLayoutSeats, relabelLayout, toRelabeledId } from "./layout.rules.ts";
import type { Layout } from "./layout.ts";

/**
 * A layout of the version before, which kept one section for all seats with a row's code, with what the venue prints on
 * each seat, also on those removed since; the same layout where it prints that already.
 */
export async function renewLayout(core: Core, venue: Venue, former: Layout): Promise<Layout> {
  const stored = await readVenueSeats(core.table, venue);
  const seats = new Map(stored.flatMap(({ seat }) => (seat ? [[seat.seat_pos, seat] as const] : [])));
  const layout_id = toRelabeledId(venue.venue_id, venue.revision, former.layout_id);
  const renewed = relabelLayout(former, layout_id, seats);
  return areSame(former, renewed) ? former : renewed;
}

function areSame(a: Layout, b: Layout): boolean {
  const others = listLayoutSeats(b);
  return listLayoutSeats(a).every((seat, i) => others[i] && labelKey(seat) === labelKey(others[i]));
}
