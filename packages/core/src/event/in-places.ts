import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId, UserId } from "../ids.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { toSeconds } from "../time.ts";
import { countEvents, freeEvents } from "../user/usage.table.ts";
import { isRefusedAt, readAccount, refuseBeyond } from "../user/usage.ts";
import { endTime } from "./event.rules.ts";
import type { StoredEvent } from "./event.table.ts";
import { readEvents } from "./list-own-events.ts";

/** How often the account is read again after other events took the places meanwhile. */
const maxAttempts = 5;

/**
 * Writes new events with the count of them, which `write` has to put first into its transaction: its condition decides.
 * Throws QUOTA_EXCEEDED.
 */
export async function inPlaces(
  core: Core,
  owner_id: UserId,
  event_ids: readonly EventId[],
  write: (counted: Action) => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const outcome = await write(await takePlaces(core, owner_id, event_ids));
    if (!isRefusedAt(outcome, 0)) return outcome;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/**
 * The write that counts these events, once there is room for them: those that are over, cancelled or deleted give up
 * their places. A copy that is still to be made keeps its own. Throws QUOTA_EXCEEDED.
 */
export async function takePlaces(core: Core, owner_id: UserId, event_ids: readonly EventId[]): Promise<Action> {
  const { usage, quotas } = await readAccount(core.table, owner_id);
  const hasRoom = (taken: number) => taken + event_ids.length <= quotas.events;
  if (!hasRoom(usage.events.length)) {
    const now = core.clock();
    const events = await readEvents(core.table, usage.events);
    const gone = events.flatMap(({ event }) => (isUpcoming(event, now) ? [] : [event.event_id]));
    if (!hasRoom(usage.events.length - gone.length)) refuseBeyond("events", quotas);
    await updateItem(core.table, freeEvents(owner_id, gone));
  }
  return countEvents(owner_id, event_ids, quotas);
}

const isUpcoming = (event: StoredEvent, now: number): boolean =>
  (event.status === "draft" || event.status === "published" || event.status === "paused") &&
  toSeconds(endTime(event)) > now;
