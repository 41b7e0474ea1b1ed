import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import type { VenueId } from "../ids.ts";
import type { Page } from "../page-of.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { fold } from "../text/fold.ts";
import { toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

type Input = { city?: string | undefined; limit: number; cursor?: string | undefined };

/**
 * Venues by name, optionally of one city, folded like every name. The index is enough to sort and count all of them; only the
 * venues of the page are read. Throws INVALID_CURSOR, UNAVAILABLE.
 */
export async function listVenues(core: Core, { city, limit, cursor }: Input): Promise<Page<Venue> & { total: number }> {
  const scope = `venue.list ${city ?? ""}`;
  const after = cursor ? openCursor(core.secret, scope, cursor) : "";
  const places: { id: VenueId; order: string }[] = [];
  for await (const item of queryItems(core.table, { index: "catalog", partition: "venue" })) {
    if (city && fold(String(item.city)) !== fold(city)) continue;
    places.push({ id: item.pk as VenueId, order: String(item.catalog_order) });
  }
  const left = places.filter(({ order }) => order > after).sort((a, b) => (a.order < b.order ? -1 : 1));
  const page = left.slice(0, limit);
  const found = new Map(
    (
      await readItems(
        core.table,
        page.map(({ id }) => keys.venue(id)),
      )
    ).map((item) => [item.pk, toVenue(item)]),
  );
  const last = left.length > limit ? page.at(-1) : undefined;
  return {
    items: page.flatMap(({ id }) => found.get(id) ?? []),
    next_cursor: last ? sealCursor(core.secret, scope, last.order) : null,
    total: places.length,
  };
}
