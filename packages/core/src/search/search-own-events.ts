import type { Core } from "../core.ts";
import { endTime, priceRange } from "../event/event.rules.ts";
import { EventCard, type ListedEvent } from "../event/event.ts";
import { type CountedEvent, listOwnEventIds, numberOf, readEvents } from "../event/list-own-events.ts";
import type { EventId, OrganizationId, SeriesId, VenueId } from "../ids.ts";
import { ownersFor } from "../organization/may.ts";
import { pageOf } from "../page-of.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { countGone } from "./recent-sales.ts";
import type { EventList } from "./search.ts";

type Filters = { organization_id?: OrganizationId | undefined } & Wanted;
type Wanted = { venue_id?: VenueId | undefined; series_id?: SeriesId | undefined };
type Input = Filters & { limit: number; cursor?: string | undefined };

const newestFirst = { position: (event_id: EventId) => numberOf(event_id), compare: (a: number, b: number) => b - a };

/** The events of the caller's organizations, or of one of them, whatever their status, newest first, with nothing to filter by. Throws FORBIDDEN, INVALID_CURSOR. */
export async function searchOwnEvents(core: Core, actor: Actor, input: Input): Promise<EventList> {
  requireOrganizer(actor, null);
  const owned = await listOwnEventIds(core.table, ownersFor(actor, null, input.organization_id));
  const { organization_id, venue_id, series_id } = input;
  const ids = venue_id || series_id ? await keepMatching(core, owned, input) : owned;
  const scope = `event.mine ${actor.user_id} ${organization_id ?? ""} ${venue_id ?? ""} ${series_id ?? ""}`;
  const page = pageOf(core, scope, ids, newestFirst, input);
  const events = await readEvents(core.table, page.items);
  return {
    items: events.map(toListed),
    next_cursor: page.next_cursor,
    total: ids.length,
    facets: { cities: [], artists: [], tags: [], venues: [], currencies: [], price: null },
    matched: "all",
    hints: [],
    next_date: null,
    previous_date: null,
  };
}

async function keepMatching({ table }: Core, ids: readonly EventId[], wanted: Wanted): Promise<EventId[]> {
  const items = await readItems(table, ids.map(keys.event), { attributes: ["pk", "venue_id", "series_id"] });
  const isWanted = (item: Item) =>
    (!wanted.venue_id || item.venue_id === wanted.venue_id) &&
    (!wanted.series_id || item.series_id === wanted.series_id);
  const found = new Set(items.filter(isWanted).map((item) => item.pk));
  return ids.filter((id) => found.has(id));
}

function toListed({ event, item }: CountedEvent): ListedEvent {
  const { status, revision, archived_at, hidden_at, suspended_at } = event;
  const { min: price_min, max: price_max } = priceRange(event);
  const seats_left = Math.max(0, event.seat_count - countGone(item));
  const listed = { ...EventCard.parse(event), end_time: endTime(event), price_min, price_max, seats_left };
  return { ...listed, status, revision, archived_at, hidden_at, suspended_at };
}
