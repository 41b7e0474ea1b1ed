import { LRUCache } from "lru-cache";
import type { OwnerId, VenueId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";

const mostVenues = 40_000;

/** Whose events take place in a venue: the index doesn't say it, and organizations use venues of their own. */
export type VenueOwners = {
  /** Reads those that are not known. Throws UNAVAILABLE. */
  learn(venue_ids: Iterable<VenueId>): Promise<void>;
  /** Of a venue that is not known: itself. */
  find(venue_id: VenueId): OwnerId | VenueId;
};

export function createVenueOwners(table: Table): VenueOwners {
  const owners = new LRUCache<VenueId, OwnerId>({ max: mostVenues });
  return {
    async learn(venue_ids) {
      const unknown = [...new Set(venue_ids)].filter((venue_id) => !owners.has(venue_id));
      if (unknown.length === 0) return;
      const attributes = ["pk", "owner_id", "organization_id"];
      const items = await readItems(table, unknown.map(keys.venue), { consistent: false, attributes });
      for (const { pk, owner_id, organization_id } of items)
        owners.set(pk as VenueId, (organization_id ?? owner_id) as OwnerId);
    },
    find: (venue_id) => owners.get(venue_id) ?? venue_id,
  };
}
