import type { Core } from "../core.ts";
import { isOffered } from "../event/event.rules.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { listOwnEventIds, readEvents } from "../event/list-own-events.ts";
import type { EventId, OwnerId } from "../ids.ts";
import { type Affected, countAffected } from "./count-affected.ts";
import { type Withdrawing, withdrawEvent } from "./withdraw-event.ts";

/** How many events are read at once. */
const portion = 100;

/**
 * Takes the events of owners who were suspended from the public one by one, or gives them back; those that were changed by now. Read
 * after the owner was written: what was published before is among them, and nothing is published since. Can be repeated.
 */
export async function withdrawEvents(
  core: Core,
  owners: readonly OwnerId[],
  withdrawing: Omit<Withdrawing, "because">,
): Promise<Affected[]> {
  const isMeant = withdrawing.isGone ? isOpen : isGone;
  const ids = await listOwnEventIds(core.table, owners);
  const changed: EventId[] = [];
  for (let from = 0; from < ids.length; from += portion) {
    for (const { event } of await readEvents(core.table, ids.slice(from, from + portion)))
      if (isMeant(event) && (await withdrawEvent(core, event, { because: "suspended_at", ...withdrawing })))
        changed.push(event.event_id);
  }
  const affected: Affected[] = [];
  for (const event_id of changed) affected.push(await countAffected(core, event_id));
  return affected;
}

const isOpen = (event: StoredEvent): boolean => isOffered(event) && event.suspended_at === null;

const isGone = ({ suspended_at }: StoredEvent): boolean => suspended_at !== null;
