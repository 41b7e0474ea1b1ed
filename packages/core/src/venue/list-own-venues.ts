import type { Core } from "../core.ts";
import { openCursor, sealCursor } from "../cursor.ts";
import { keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

type Input = { limit: number; cursor?: string | undefined };

/** The caller's own venues, newest first. Throws FORBIDDEN, INVALID_CURSOR. */
export async function listOwnVenues(
  core: Core,
  actor: Actor,
  { limit, cursor }: Input,
): Promise<{ items: Venue[]; next_cursor: string | null }> {
  requireOrganizer(actor);
  const scope = `venue.listOwn ${actor.user_id}`;
  const below = cursor ? Number(openCursor(core.secret, scope, cursor)) : Number.POSITIVE_INFINITY;
  const owned: string[] = [];
  for await (const { sk } of queryItems(core.table, { partition: actor.user_id, from: "venue-", consistent: true }))
    if (numberOf(String(sk)) < below) owned.push(String(sk));
  const ids = owned.sort((a, b) => numberOf(b) - numberOf(a));
  const shown = ids.slice(0, limit);
  const found = new Map((await readItems(core.table, shown.map(keys.venue))).map((item) => [item.pk, toVenue(item)]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap((id) => found.get(id) ?? []),
    next_cursor: last && ids.length > limit ? sealCursor(core.secret, scope, String(numberOf(last))) : null,
  };
}

/** Ids of more digits would sort wrongly as text. */
const numberOf = (venue_id: string): number => Number(venue_id.slice("venue-".length));
