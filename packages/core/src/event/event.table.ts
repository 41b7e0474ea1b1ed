import type { EventId } from "../ids.ts";
import { check, dynamicUpdate, put } from "../table/actions.ts";
import { dueAt, dueMarks, leaseMarks } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { type CalledOff, readCalledOff } from "./called-off.table.ts";
import { endTime, isListed } from "./event.rules.ts";
import { type Event, EventCard, EventRecord, type EventStatus, EventText } from "./event.ts";

/** What happens to a draft once its seats are copied; null afterwards. */
type AfterCopy = "publish" | "keep" | null;

/** An event as stored, including its venue's name and place. */
export type StoredEvent = EventRecord &
  CalledOff &
  Pick<EventCard, "venue_name" | "city" | "timezone"> & {
    after_copy: AfterCopy;
    /** Cancelled as a draft: stays invisible to the public. */
    never_shown: boolean;
    /** When it was cancelled; absent until then, as its first value is kept by the condition that sets it. */
    cancelling_since?: string;
    /** The write that made this revision. */
    revised_by?: string;
    /** The revision that moved it to its venue; absent where it was created there. */
    seats_revision?: number;
    /** While there may be seats of the venue that it left: how many it will have. */
    clearing?: number;
  };

export const toEventCard = (item: Item): EventCard => EventCard.parse({ ...readOrder(item.catalog_order), ...item });
export const toStoredEvent = (item: Item): StoredEvent => {
  const { venue_name, city, timezone } = EventCard.parse(item);
  const after_copy = (item.after_copy as AfterCopy | undefined) ?? null;
  const since = item.cancelling_since === undefined ? {} : { cancelling_since: String(item.cancelling_since) };
  const by = item.revised_by === undefined ? {} : { revised_by: String(item.revised_by) };
  const seats = {
    ...(item.seats_revision === undefined ? {} : { seats_revision: Number(item.seats_revision) }),
    ...(item.clearing === undefined ? {} : expectSeats(Number(item.clearing))),
  };
  const more = { never_shown: item.never_shown === true, ...since, ...by, ...seats, ...readCalledOff(item) };
  return { ...EventRecord.parse(item), venue_name, city, timezone, after_copy, ...more };
};

const expectSeats = (clearing: number) => ({ clearing, seat_count: clearing });

/** The event as returned to its organizer, without attributes used only by the table. */
export function viewEvent(stored: StoredEvent): Event {
  const { venue_name, city, timezone, after_copy, never_shown, cancelling_since, ...rest } = stored;
  const { revised_by, seats_revision, clearing, cancellation_counted, is_dead, ...event } = rest;
  return { ...event, end_time: endTime(event) };
}

/** A draft with seats still to copy, by any process from `look_at` (epoch seconds) on. */
export function putEventDraft(event: StoredEvent, look_at: number): Action {
  return put({
    put: { ...keys.event(event.event_id), ...omitUnstated(event), ...dueAt("bulk", event.event_id, look_at) },
    condition: "attribute_not_exists(pk)",
  });
}

/** EVENT stays near 1 kB, since every roll-up of counts writes it. */
function omitUnstated({ revision, price_revision, ...event }: StoredEvent): Item {
  const keptAsNull = ["sales_end", "after_copy", "cancellation_policy"];
  return Object.fromEntries(
    Object.entries(event).filter(([name, value]) => value !== null || keptAsNull.includes(name)),
  );
}

export function putEventText(event_id: EventId, text: EventText): Action {
  return { put: { ...keys.eventText(event_id), event_id, ...text } };
}

export const toEventText = (item: Item | null): EventText => EventText.parse(item ?? {});

/** Whether the catalog lists what is stored like this. */
export const isListedItem = (item: Item): boolean => isListed(item as Parameters<typeof isListed>[0]);

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

/**
 * Fails its transaction once the event is no draft any more, has other prices than those read, or has moved to another
 * venue, also if it has moved back since: then its seats are others.
 */
export function checkSeatsOfDraft({ event_id, seats_revision, price_revision }: StoredEvent): Action {
  const draft = { check: keys.event(event_id), names: { "#status": "status" } } as const;
  if (seats_revision === undefined)
    return check({
      ...draft,
      condition: `#status = :draft AND attribute_not_exists(seats_revision) AND ${hasPrices}`,
      values: { ":draft": "draft", ":prices": price_revision },
    });
  return check({
    ...draft,
    condition: `#status = :draft AND seats_revision = :seats AND ${hasPrices}`,
    values: { ":draft": "draft", ":seats": seats_revision, ":prices": price_revision },
  });
}

/** The prices that were read: an event whose prices never changed has no such attribute. */
const hasPrices = "(attribute_not_exists(price_revision) OR price_revision = :prices)";

/** Fails its transaction once the seats of the venue that the event left are gone, or it has moved on. */
export function checkIsClearing({ event_id, seats_revision = 0 }: StoredEvent): Action {
  return check({
    check: keys.event(event_id),
    condition: "#status = :draft AND seats_revision = :seats AND attribute_exists(clearing)",
    names: { "#status": "status" },
    values: { ":draft": "draft", ":seats": seats_revision },
  });
}

/** Fails its transaction once anything but its counts changed since the event was read. */
export function checkIsAsRead({ event_id, revision }: StoredEvent): Action {
  const event = { check: keys.event(event_id), names: { "#revision": "revision" } } as const;
  if (revision === 0) return check({ ...event, condition: "attribute_exists(pk) AND attribute_not_exists(#revision)" });
  return check({ ...event, condition: "#revision = :read", values: { ":read": revision } });
}

export function checkIsDeleting(event_id: EventId): Action {
  return check({
    check: keys.event(event_id),
    condition: "#status = :deleting",
    names: { "#status": "status" },
    values: { ":deleting": "deleting" },
  });
}

/** What the index has to say of an event beyond what it may project: series and poster stand in its sort key. */
export const catalogOrder = ({ start_time, event_id, series_id, poster_seed }: Ordered): string =>
  [start_time, event_id, series_id ?? "", poster_seed ?? ""].join("#").replace(/#+$/, "");

type Ordered = Pick<EventCard, "start_time" | "event_id" | "series_id" | "poster_seed">;

function readOrder(order: unknown): Item {
  const [, , series, seed] = String(order ?? "").split("#");
  return { series_id: series || null, poster_seed: seed ? Number(seed) : null };
}

/** The attributes of EVENT that a change sets; undefined takes one away. */
export type EventChange = Partial<StoredEvent> | { [attribute in TableAttribute]?: unknown };

type TableAttribute =
  | "due_shard"
  | "due_at"
  | "due_lease"
  | "due_attempts"
  | "due_error"
  | "catalog_kind"
  | "catalog_order";

/**
 * EVENT as read -> the next revision of it. Its condition: nothing but counts changed since it was read. `by` is a name
 * of this write alone: a change whose answer was lost is recognized by it.
 */
export function reviseEvent(event: StoredEvent, change: EventChange, by: string): Action {
  const entries = Object.entries({ ...change, revision: event.revision + 1, revised_by: by });
  const set = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
  const isAsRead = `#status = :read_status AND ${event.revision === 0 ? "attribute_not_exists(#revision)" : "#revision = :read_revision"}`;
  return dynamicUpdate({
    key: keys.event(event.event_id),
    update: `SET ${set.map(([name]) => `#${name} = :${name}`).join(", ")}${gone.length > 0 ? ` REMOVE ${gone.join(", ")}` : ""}`,
    condition: isAsRead,
    names: { "#status": "status", ...Object.fromEntries(entries.map(([name]) => [`#${name}`, name])) },
    values: {
      ":read_status": event.status,
      ...(event.revision === 0 ? {} : { ":read_revision": event.revision }),
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
    },
  });
}

/** The event once `change` is written from the revision that was read. */
export function applyChange(event: StoredEvent, change: EventChange): StoredEvent {
  const { due_shard, due_at, due_lease, due_attempts, due_error, catalog_kind, catalog_order, ...own } = change as Item;
  const values = Object.entries(own).map(([name, value]) => [name, value ?? null]);
  const after: StoredEvent = { ...event, ...Object.fromEntries(values), revision: event.revision + 1 };
  return after.clearing ? { ...after, ...expectSeats(after.clearing) } : after;
}

/**
 * What EVENT has for its number of seats while it is clearing. The version before, which knows nothing of that, publishes
 * an event once it counts as many seats as this says: never.
 */
const uncounted = -1;

/** Other seats, to be removed and copied by any process from `look_at` (epoch seconds) on. */
export function replaceSeats(event: StoredEvent, hall: Pick<EventRecord, "layout_id" | "seat_count">, look_at: number) {
  const { layout_id, seat_count } = hall;
  return {
    ...{
      layout_id,
      seat_count: uncounted,
      clearing: seat_count,
      seats_revision: event.revision + 1,
      after_copy: "keep",
    },
    ...{ ...dueAt("bulk", event.event_id, look_at), ...dueAfresh },
  } as const satisfies EventChange;
}

/** No seats of the venue that it left -> its seats can be copied and counted. */
export const endClearing = ({ seat_count }: StoredEvent) => ({ seat_count, clearing: undefined }) satisfies EventChange;

/** What goes with a change of status: the catalog lists what is published, and cancelling and deleting are work. */
export function moveStatus(event: StoredEvent, to: EventStatus, now: number): EventChange {
  const change = { status: to, after_copy: null, ...listing({ ...event, status: to }) };
  if (to === "deleting") return { ...change, ...dueAt("bulk", event.event_id, now), ...dueAfresh };
  if (to !== "cancelling") return { ...change, ...notDue, ...(to === "published" ? { archived_at: undefined } : {}) };
  const due = dueAt("bulk", event.event_id, now);
  const since = { cancelling_since: event.cancelling_since ?? due.due_at, cancellation_counted: true };
  return { ...change, ...due, ...dueAfresh, ...since, ...(event.status === "draft" ? { never_shown: true } : {}) };
}

const unlisted = { catalog_kind: undefined, catalog_order: undefined };
const listing = (event: StoredEvent) =>
  isListed(event) ? { catalog_kind: "event", catalog_order: catalogOrder(event) } : unlisted;

/** Taken from the public for a reason of the operator's, or given back where no other one is left: null takes it back. */
export function withdraw(event: StoredEvent, reason: Withdrawal, at: string | null): EventChange {
  return { [reason]: at ?? undefined, ...listing({ ...event, [reason]: at }) };
}

/** Why the operator takes an event from the public: for its own sake, or with its organizer's account. */
export type Withdrawal = "hidden_at" | "suspended_at";
const without = (marks: string): EventChange => Object.fromEntries(marks.split(", ").map((name) => [name, undefined]));
const notDue = without(dueMarks);
const dueAfresh = without(leaseMarks);
