import type { Core } from "../core.ts";
import { checkIsClearing, endClearing, type StoredEvent } from "../event/event.table.ts";
import { reviseLatest } from "../event/revise-latest.ts";
import { removeSeats } from "./remove-seats.ts";

/**
 * Removes the seats of the venue that a draft left, then ends that in EVENT: from then on no process removes a seat any
 * more, however late it resumes. Answers the event as it is then; still clearing once `signal` is aborted. Throws
 * EVENT_NOT_FOUND.
 */
export async function clearSeats(core: Core, event: StoredEvent, signal?: AbortSignal): Promise<StoredEvent> {
  if (!(await removeSeats(core, event.event_id, checkIsClearing(event), signal))) return event;
  return reviseLatest(core, event, (current) => {
    const isOwed = current.status === "draft" && current.clearing && current.seats_revision === event.seats_revision;
    return isOwed ? { change: endClearing(current), alongside: [] } : null;
  });
}
