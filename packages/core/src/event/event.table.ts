import type { EventId } from "../ids.ts";
import { check, put, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { endTime } from "./event.rules.ts";
import { type Event, EventCard, EventRecord, type EventStatus, EventText } from "./event.ts";

/** What happens to a draft once its seats are copied; null afterwards. */
type AfterCopy = "publish" | "keep" | null;

/** An event as stored, including its venue's name and place. */
export type StoredEvent = EventRecord &
  Pick<EventCard, "venue_name" | "city" | "timezone"> & {
    after_copy: AfterCopy;
    /** Cancelled as a draft: stays invisible to the public. */
    never_shown: boolean;
    /** When it was cancelled; absent until then, as its first value is kept by the condition that sets it. */
    cancelling_since?: string;
  };

export const toEventCard = (item: Item): EventCard => EventCard.parse(item);
export const toStoredEvent = (item: Item): StoredEvent => {
  const { venue_name, city, timezone } = EventCard.parse(item);
  const after_copy = (item.after_copy as AfterCopy | undefined) ?? null;
  const since = item.cancelling_since === undefined ? {} : { cancelling_since: String(item.cancelling_since) };
  const never_shown = item.never_shown === true;
  return { ...EventRecord.parse(item), venue_name, city, timezone, after_copy, never_shown, ...since };
};

/** The event as returned to its organizer, without attributes used only by the table. */
export function viewEvent(stored: StoredEvent): Event {
  const { venue_name, city, timezone, after_copy, never_shown, cancelling_since, ...event } = stored;
  return { ...event, end_time: endTime(event) };
}

/** A draft with seats still to copy, by any process from `look_at` (epoch seconds) on. */
export function putEventDraft(event: StoredEvent, look_at: number): Action {
  return put({
    put: { ...keys.event(event.event_id), ...event, ...dueAt(event.event_id, look_at) },
    condition: "attribute_not_exists(pk)",
  });
}

export function putEventText(event_id: EventId, text: EventText): Action {
  return { put: { ...keys.eventText(event_id), event_id, ...text } };
}

export const toEventText = (item: Item | null): EventText => EventText.parse(item ?? {});

/** How long a change stays in the log that every process reads, in seconds. */
export const changeKept = 3600;

/**
 * The catalog lists an event only while it is published; a change of that is logged for every process. `now` in epoch
 * seconds.
 */
export function putCatalogChange(event_id: EventId, now: number): Action {
  return {
    put: { ...keys.catalogChange(toInstant(now), event_id), event_id, purge_at: Math.ceil(now) + changeKept },
  };
}

/** Fails its transaction once the event is being cancelled. */
export function checkTakesPlace(event_id: EventId): Action {
  return check({
    check: keys.event(event_id),
    condition: "#status IN (:published, :paused)",
    names: { "#status": "status" },
    values: { ":published": "published", ":paused": "paused" },
  });
}

export const catalogOrder = (event: Pick<Event, "start_time" | "event_id">): string =>
  `${event.start_time}#${event.event_id}`;

const names = { "#status": "status" };
const asRead = "#status = :from AND after_copy = :after";
const step = "SET #status = :to, after_copy = :null";
const dueFirst = "due_shard = :shard, due_at = :due, cancelling_since = if_not_exists(cancelling_since, :due)";

/** Changes the status, provided it is still as read; keeps the catalog and the due index consistent with it. */
export function moveStatus(event: StoredEvent, to: EventStatus, now: number): Action {
  if (to === "published") return publish(event);
  if (to === "cancelling") return event.status === "draft" ? cancelDraft(event, now) : cancelShown(event, now);
  return takeOffSale(event, to);
}

function publish(event: StoredEvent): Action {
  return update({
    key: keys.event(event.event_id),
    update: `${step}, catalog_kind = :kind, catalog_order = :order REMOVE due_shard, due_at`,
    condition: asRead,
    names,
    values: { ...stepTo(event, "published"), ":kind": "event", ":order": catalogOrder(event) },
  });
}

function cancelShown(event: StoredEvent, now: number): Action {
  return update({
    key: keys.event(event.event_id),
    update: `${step}, ${dueFirst} REMOVE catalog_kind, catalog_order`,
    condition: asRead,
    names,
    values: { ...stepTo(event, "cancelling"), ...dueFrom(event, now) },
  });
}

function cancelDraft(event: StoredEvent, now: number): Action {
  return update({
    key: keys.event(event.event_id),
    update: `${step}, never_shown = :yes, ${dueFirst} REMOVE catalog_kind, catalog_order`,
    condition: asRead,
    names,
    values: { ...stepTo(event, "cancelling"), ...dueFrom(event, now), ":yes": true },
  });
}

function takeOffSale(event: StoredEvent, to: "draft" | "paused" | "cancelled"): Action {
  return update({
    key: keys.event(event.event_id),
    update: `${step} REMOVE catalog_kind, catalog_order, due_shard, due_at`,
    condition: asRead,
    names,
    values: stepTo(event, to),
  });
}

const stepTo = ({ status, after_copy }: StoredEvent, to: EventStatus) => ({
  ":from": status,
  ":to": to,
  ":after": after_copy,
  ":null": null,
});

function dueFrom({ event_id }: StoredEvent, now: number) {
  const { due_shard, due_at } = dueAt(event_id, now);
  return { ":shard": due_shard, ":due": due_at };
}
