import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { Event, EventCard, type EventStatus } from "./event.ts";

/** What happens to a draft once all its seats are copied; null when they are. */
type AfterCopy = "publish" | "keep" | null;

/** An event as it is stored: with its venue's name and place copied in. */
export type StoredEvent = Event &
  Pick<EventCard, "venue_name" | "city" | "timezone"> & {
    after_copy: AfterCopy;
    /** Cancelled as a draft: what nobody was ever shown stays unseen. */
    never_shown: boolean;
  };

export const toEventCard = (item: Item): EventCard => EventCard.parse(item);
export const toStoredEvent = (item: Item): StoredEvent => {
  const { venue_name, city, timezone } = EventCard.parse(item);
  const after_copy = (item.after_copy as AfterCopy | undefined) ?? null;
  return { ...Event.parse(item), venue_name, city, timezone, after_copy, never_shown: item.never_shown === true };
};

/** A draft whose seats are still to be copied, by whoever looks from `look_at` (epoch seconds) on. */
export function putDraft(event: StoredEvent, look_at: number): Action {
  return {
    put: { ...keys.event(event.event_id), ...event, ...dueAt(event.event_id, look_at) },
    condition: "attribute_not_exists(pk)",
  };
}

export function putEventText(event_id: string, programme: string): Action {
  return { put: { ...keys.eventText(event_id), event_id, programme } };
}

/** How long a change stays in the log that every process follows, seconds. */
export const changeKept = 3600;

/** The catalogue shows an event only while it is published; a change of its place there is logged for every process. `now` in epoch seconds. */
export function putCatalogChange(event_id: string, now: number): Action {
  return {
    put: { ...keys.catalogChange(toInstant(now), event_id), event_id, purge_at: Math.ceil(now) + changeKept },
  };
}

/** Refuses what it goes with once the event is being cancelled. */
export function checkTakesPlace(event_id: string): Action {
  return {
    check: keys.event(event_id),
    condition: "#status IN (:published, :paused)",
    names: { "#status": "status" },
    values: { ":published": "published", ":paused": "paused" },
  };
}

export const catalogOrder = (event: Pick<Event, "start_time" | "event_id">): string =>
  `${event.start_time}#${event.event_id}`;

type Step = { from: EventStatus; to: EventStatus; after_copy: AfterCopy; look_at?: number | undefined };

/** One step of an event's status, refused unless it stands as it was read; keeps the catalogue and the due index in step. */
export function moveStatus(
  event: Pick<Event, "event_id" | "start_time">,
  { from, to, after_copy, look_at }: Step,
): Action {
  const due = look_at === undefined ? null : dueAt(event.event_id, look_at);
  const sets = ["#status = :to", "after_copy = :null"];
  const unseen = from === "draft" && to === "cancelling";
  if (unseen) sets.push("never_shown = :yes");
  const removes: string[] = [];
  if (to === "published") sets.push("catalog_kind = :kind", "catalog_order = :order");
  else removes.push("catalog_kind", "catalog_order");
  if (due) sets.push("due_shard = :shard", "due_at = :due", "cancelling_since = if_not_exists(cancelling_since, :due)");
  else removes.push("due_shard", "due_at");
  return {
    key: keys.event(event.event_id),
    update: `SET ${sets.join(", ")}${removes.length > 0 ? ` REMOVE ${removes.join(", ")}` : ""}`,
    condition: "#status = :from AND after_copy = :after",
    names: { "#status": "status" },
    values: {
      ":from": from,
      ":to": to,
      ":after": after_copy,
      ":null": null,
      ...(unseen ? { ":yes": true } : {}),
      ...(to === "published" ? { ":kind": "event", ":order": catalogOrder(event) } : {}),
      ...(due ? { ":shard": due.due_shard, ":due": due.due_at } : {}),
    },
  };
}
