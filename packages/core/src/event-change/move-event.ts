import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { isListed, isOffered } from "../event/event.rules.ts";
import { type EventChange, putCatalogChange, reviseEvent, type StoredEvent, withdraw } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { EventId, OrganizationId, UserId } from "../ids.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { checkMaySell, checkOrganizationSuspended } from "../organization/organization.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { moveUsage } from "../user/usage.table.ts";
import { putOwnerPointer, removeOwnerPointer } from "../user/user.table.ts";

type Move = { user_id: UserId; organization_id: OrganizationId };

/** How often it is tried anew after somebody else changed the event, or the organization was suspended or resumed. */
const maxAttempts = 5;

/**
 * An event of the version before, from its maker to their organization, whose usage is counted: the same transaction moves the pointer
 * and what is counted, so that a second run, also at once, moves nothing twice. Off sale where the organization is suspended. False
 * if it was being changed time and again. Throws UNAVAILABLE.
 */
export async function moveEvent(core: Core, move: Move, event_id: EventId): Promise<boolean> {
  const { user_id, organization_id } = move;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const [event, organization] = await Promise.all([
      findEvent(core.table, event_id),
      readItem(core.table, keys.organization(organization_id)),
    ]);
    if (!event || event.organization_id !== null) return true;
    const now = core.clock();
    const isSuspended = organization?.state === "suspended";
    const stopped = isSuspended && isOffered(event) && event.suspended_at === null ? toInstant(now) : null;
    const changes = { organization_id, ...(stopped ? { suspended_at: stopped } : {}) };
    const change: EventChange = { organization_id, ...(stopped ? withdraw(event, "suspended_at", stopped) : {}) };
    const entry = { subject: event_id, at: now, actor: null, revision: event.revision + 1 } as const;
    const { done } = await transact(core.table, [
      reviseEvent(event, change, randomUUID()),
      isSuspended ? checkOrganizationSuspended(organization_id) : checkMaySell(organization_id),
      putJournal({ ...entry, action: "event.changed", changes: listChanges(event, changes) }),
      ...(stopped && isListed(event) ? [putCatalogChange(event_id, now)] : []),
      ...(isInLists(event) ? [removeOwnerPointer(user_id, event_id), putOwnerPointer(organization_id, event_id)] : []),
      ...(isInLists(event) ? moveUsage(user_id, organization_id, { event_id }) : []),
    ]);
    core.events.forget(event_id);
    if (done) return true;
  }
  return false;
}

/** One that is being deleted is in no list any more. */
const isInLists = ({ status }: StoredEvent): boolean => status !== "deleting";
