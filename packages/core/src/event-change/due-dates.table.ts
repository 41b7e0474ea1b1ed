import type { EventId } from "../ids.ts";
import { remove } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";

/** An event that was moved earlier: what is reserved on invoice has to be paid before it. `revision` is that of the move. */
export type EarlierEvent = { event_id: EventId; revision: number };

/** By then whoever reserved while it was moved has their booking, in seconds. */
const begunAfter = 10;

const jobOf = (event_id: EventId) => keys.job("due-dates", event_id);

export const toEarlierEvent = (item: Item): EarlierEvent => item as EarlierEvent;

/** One item an event: a later move takes the place of one that is not finished. `now` in epoch seconds. */
export function putEarlierEvent({ event_id, revision }: EarlierEvent, now: number): Action {
  const key = jobOf(event_id);
  return { put: { ...key, event_id, revision, ...dueAt("bulk", key.pk, now + begunAfter) } };
}

/** Done -> gone, unless it was moved once more. */
export const removeEarlierEvent = ({ event_id, revision }: EarlierEvent): Action =>
  remove({ remove: jobOf(event_id), condition: "revision = :done", values: { ":done": revision } });
