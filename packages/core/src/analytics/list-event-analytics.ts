import type { Core } from "../core.ts";
import { listOwnEventIds, numberOf, readEvents } from "../event/list-own-events.ts";
import type { EventId, OrganizationId } from "../ids.ts";
import { ownersFor } from "../organization/may.ts";
import { type Page, pageOf } from "../page-of.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import type { EventAnalytics } from "./analytics.ts";
import { workOut } from "./get-event-analytics.ts";

/**
 * Figures of each event whose figures the caller reads, of all their organizations or of one, including drafts, newest first. Throws FORBIDDEN for whoever reads
 * none, and INVALID_CURSOR.
 */
export async function listEventAnalytics(
  core: Core,
  actor: Actor,
  input: { organization_id?: OrganizationId | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<EventAnalytics>> {
  requireOrganizer(actor, "viewer");
  const ids = await listOwnEventIds(core.table, ownersFor(actor, "viewer", input.organization_id));
  const newestFirst = { position: (event_id: EventId) => numberOf(event_id), compare: (a: number, b: number) => b - a };
  const page = pageOf(
    core,
    `analytics.events ${actor.user_id} ${input.organization_id ?? ""}`,
    ids,
    newestFirst,
    input,
  );
  const events = await readEvents(core.table, page.items);
  return { ...page, items: await Promise.all(events.map(({ event }) => workOut(core, event))) };
}
