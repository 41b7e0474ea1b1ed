import type { Core } from "../core.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

/** Every venue, by name; those of one city where it is given, whatever its capitals. */
export async function listVenues(core: Core, { city }: { city?: string | undefined }): Promise<Venue[]> {
  const ids: string[] = [];
  for await (const item of queryItems(core.table, { index: "catalog", partition: "venue" })) ids.push(String(item.pk));
  const found = new Map((await readItems(core.table, ids.map(keys.venue))).map((item) => [item.pk, toVenue(item)]));
  const venues = ids.flatMap((id) => found.get(id) ?? []);
  return city ? venues.filter((venue) => venue.city.toLowerCase() === city.toLowerCase()) : venues;
}
