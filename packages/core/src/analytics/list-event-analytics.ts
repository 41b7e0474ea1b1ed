import type { Core } from "../core.ts";
import { listOwnEventIds, numberOf, readEvents } from "../event/list-own-events.ts";
import type { EventId } from "../ids.ts";
import { type Page, pageOf } from "../page-of.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import type { EventAnalytics } from "./analytics.ts";
import { workOut } from "./get-event-analytics.ts";

/**
 * Figures of each of the caller's own events, including drafts, newest first. Throws FORBIDDEN unless the caller is an
 * organizer, and INVALID_CURSOR.
 */
export async function listEventAnalytics(
  core: Core,
  actor: Actor,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<EventAnalytics>> {
  requireOrganizer(actor);
  const ids = await listOwnEventIds(core.table, actor.user_id);
  const newestFirst = { position: (event_id: EventId) => numberOf(event_id), compare: (a: number, b: number) => b - a };
  const page = pageOf(core, `analytics.events ${actor.user_id}`, ids, newestFirst, input);
  const events = await readEvents(core.table, page.items);
  return { ...page, items: await Promise.all(events.map(({ event }) => workOut(core, event))) };
}
