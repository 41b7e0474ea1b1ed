import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import { changeStatus } from "../event/change-status.ts";
import { checkIsDeleting, type StoredEvent } from "../event/event.table.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { removeSeats } from "../event-seats/remove-seats.ts";
import type { EventId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { ownerOf } from "../organization/may.ts";
import { remove } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { type Action, transact } from "../table/transact.ts";
import { freeEvents } from "../user/usage.table.ts";
import { removeOwnerPointer } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";

/**
 * Deletes an event that was never published: it is gone for everybody at once, its seats a moment later. What is left to
 * read of it stands in its venue's journal. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_WAS_PUBLISHED,
 * EVENT_STATUS_CONFLICT while its cancellation is under way.
 */
export async function deleteEvent(core: Core, actor: Actor, { event_id }: { event_id: EventId }): Promise<void> {
  const event = await getOwnEvent(core, actor, event_id);
  if (event.status !== "draft" && !event.never_shown) throw new EventlyError("EVENT_WAS_PUBLISHED", {});
  if (event.status === "cancelling") throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  const alongside = (current: StoredEvent) => [
    removeOwnerPointer(ownerOf(current), event_id),
    freeEvents(ownerOf(current), [event_id]),
    { remove: keys.atVenue(current.venue_id, event_id) },
    journalDeletion(current, { at: core.clock(), actor, action: "event.deleting" }),
    ...(current.series_id ? [{ remove: keys.inSeries(current.series_id, event_id) }] : []),
  ];
  await changeStatus(core, event, "deleting", { actor, alongside });
}

/**
 * Removes what is stored of an event being deleted, EVENT last; can be repeated from wherever it ended. Returns between
 * two transactions once `signal` is aborted.
 */
export async function removeEvent(core: Core, event: StoredEvent, signal?: AbortSignal): Promise<void> {
  const { event_id } = event;
  if (!(await removeSeats(core, event_id, checkIsDeleting(event_id), signal))) return;
  await transact(core.table, [
    remove({
      remove: keys.event(event_id),
      condition: "#status = :deleting",
      names: { "#status": "status" },
      values: { ":deleting": "deleting" },
    }),
    { remove: keys.eventText(event_id) },
    journalDeletion(event, { at: core.clock(), actor: null, action: "event.deleted" }),
  ]);
  core.events.forget(event_id);
}

type Deletion = { at: number; actor: Actor | null; action: "event.deleting" | "event.deleted" };

function journalDeletion({ venue_id, event_id, name, start_time }: StoredEvent, done: Deletion): Action {
  const gone = { event_id, name, start_time };
  const changes = Object.fromEntries(Object.entries(gone).map(([field, before]) => [field, { before, after: null }]));
  return putJournal({ subject: venue_id, ...done, changes });
}
