import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

type Input = { city?: string | undefined; limit: number; cursor?: string | undefined };

/** Venues by name; those of one city where it is given, whatever its capitals. Throws INVALID_CURSOR. */
export async function listVenues(
  core: Core,
  { city, limit, cursor }: Input,
): Promise<{ items: Venue[]; next_cursor: string | null; total: number }> {
  const scope = `venue.list ${city ?? ""}`;
  const from = cursor ? Number(openCursor(core.secret, scope, cursor)) : 0;
  const ids: string[] = [];
  for await (const item of queryItems(core.table, { index: "catalog", partition: "venue" })) ids.push(String(item.pk));
  const found = new Map((await readItems(core.table, ids.map(keys.venue))).map((item) => [item.pk, toVenue(item)]));
  const venues = ids
    .flatMap((id) => found.get(id) ?? [])
    .filter((venue) => !city || venue.city.toLowerCase() === city.toLowerCase());
  const end = from + limit;
  return {
    items: venues.slice(from, end),
    next_cursor: end < venues.length ? sealCursor(core.secret, scope, String(end)) : null,
    total: venues.length,
  };
}
