import type { Core } from "../core.ts";
import type { OrganizationId, VenueId } from "../ids.ts";
import { ownersFor } from "../organization/may.ts";
import { type Page, pageOf } from "../page-of.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

/** As text, ids with more digits would sort wrongly. */
const newestFirst = {
  position: (venue_id: VenueId) => Number(venue_id.slice("venue-".length)),
  compare: (a: number, b: number) => b - a,
};

/** The venues of the caller's organizations, or of one of them, newest first. Throws FORBIDDEN, INVALID_CURSOR. */
export async function listOwnVenues(
  core: Core,
  actor: Actor,
  input: { organization_id?: OrganizationId | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<Venue> & { total: number }> {
  requireOrganizer(actor, null);
  const owned: VenueId[] = [];
  for (const partition of ownersFor(actor, null, input.organization_id))
    for await (const { sk } of queryItems(core.table, { partition, from: "venue-", consistent: true }))
      owned.push(sk as VenueId);
  const page = pageOf(core, `venue.listOwn ${actor.user_id} ${input.organization_id ?? ""}`, owned, newestFirst, input);
  const found = new Map(
    (await readItems(core.table, page.items.map(keys.venue))).map((item) => [item.pk, toVenue(item)]),
  );
  return { ...page, items: page.items.flatMap((id) => found.get(id) ?? []), total: owned.length };
}
