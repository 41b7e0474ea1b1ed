import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import { entriesOf } from "../journal/journal.table.ts";
import { queryItems } from "../table/query-items.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { toSeconds } from "../time.ts";
import { type Creation, isBulk } from "../user/creation.table.ts";
import { countCreation, countEvents, freeEvents } from "../user/usage.table.ts";
import { isRefusedAt, readAccount, refuseBeyond } from "../user/usage.ts";
import { endTime } from "./event.rules.ts";
import type { StoredEvent } from "./event.table.ts";
import { type CountedEvent, readEvents } from "./list-own-events.ts";

/** How often the account is read again after other events took the places meanwhile. */
const maxAttempts = 5;

/**
 * Writes new events with the count of them, which `write` has to put first into its transaction: its condition decides.
 * Throws QUOTA_EXCEEDED, CREATION_RUNNING.
 */
export async function inPlaces(
  core: Core,
  creation: Creation,
  event_ids: readonly EventId[],
  write: (counted: Action) => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const outcome = await write(await takePlaces(core, creation, event_ids));
    if (!isRefusedAt(outcome, 0)) return outcome;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

/**
 * The write that counts these events, once there is room for them: those that are over, cancelled or deleted give up
 * their places. A copy that is still to be made keeps its own. Takes the creation if it is bulk. Throws QUOTA_EXCEEDED,
 * CREATION_RUNNING.
 */
export async function takePlaces(core: Core, creation: Creation, event_ids: readonly EventId[]): Promise<Action> {
  const { owner_id } = creation;
  const now = core.clock();
  const { usage, quotas } = await readAccount(core.table, owner_id);
  if (isBulk(creation) && usage.creating_until >= now) throw new EventlyError("CREATION_RUNNING", {});
  const hasRoom = (taken: number) => taken + event_ids.length <= quotas.events;
  if (!hasRoom(usage.events.length)) {
    const gone = await findGone(core, usage.events, now);
    if (!hasRoom(usage.events.length - gone.length)) refuseBeyond("events", quotas);
    await updateItem(core.table, freeEvents(owner_id, gone));
  }
  return isBulk(creation) ? countCreation(creation, event_ids, quotas, now) : countEvents(owner_id, event_ids, quotas);
}

async function findGone(core: Core, event_ids: readonly EventId[], now: number): Promise<EventId[]> {
  const events = await readEvents(core.table, event_ids);
  const over = events.flatMap(({ event }) => (isUpcoming(event, now) ? [] : [event.event_id]));
  const made: EventId[] = [];
  for (const event_id of withoutThese(event_ids, events)) if (await wasMade(core, event_id)) made.push(event_id);
  // Those that were made since they were read are there.
  return [...over, ...withoutThese(made, await readEvents(core.table, made))];
}

function withoutThese(event_ids: readonly EventId[], events: readonly CountedEvent[]): EventId[] {
  const there = new Set(events.map(({ event }) => event.event_id));
  return event_ids.filter((event_id) => !there.has(event_id));
}

/** The journal outlives its event; of a copy that is still to be made there is none yet. */
async function wasMade({ table }: Core, event_id: EventId): Promise<boolean> {
  for await (const _ of queryItems(table, { ...entriesOf(event_id), consistent: true, limit: 1 })) return true;
  return false;
}

const isUpcoming = (event: StoredEvent, now: number): boolean =>
  (event.status === "draft" || event.status === "published" || event.status === "paused") &&
  toSeconds(endTime(event)) > now;
