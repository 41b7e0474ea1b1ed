import type { EventId } from "../ids.ts";
import { dynamicUpdate, put, remove } from "../table/actions.ts";
import { dueAt, leaseMarks } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item, UpdateAction } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import { AnnouncedField } from "./mail.ts";

/** A job that writes a mail to each buyer of an event; `done_to` is the date of the last booking that it came to. */
export type MailJob = { event_id: EventId; done_to?: string };

/** What has changed of an event that its buyers have yet to be told; `revision` and `changed_at` are of the last change. */
export type Announcement = MailJob & { revision: number; changes: AnnouncedField[]; changed_at: string };

/** An event whose buyers will be reminded a day before it begins, as long as it begins then. */
export type Reminder = MailJob & { start_time: string };

/** How long changes are gathered before buyers are told of them, in seconds: a slip is often corrected at once. */
export const announcedAfter = 10;

const markOf = (field: AnnouncedField) => `changed_${field}`;

export function toAnnouncement(item: Item): Announcement {
  const changes = AnnouncedField.options.filter((field) => item[markOf(field)] === true);
  return { ...(item as Omit<Announcement, "changes">), changes };
}

export const toReminder = (item: Item): Reminder => item as Reminder;

/** How long before its start buyers are reminded of an event, in seconds. */
const reminderAhead = 86_400;

/** When the buyers of an event are reminded of it, in epoch seconds. */
export const remindedAt = (start_time: string): number => toSeconds(start_time) - reminderAhead;

/**
 * Beside what buyers have yet to be told of earlier changes: whoever tells them meanwhile begins anew, with all of it.
 * `now` in epoch seconds.
 */
export function putAnnouncement(change: Omit<Announcement, "changed_at" | "done_to">, now: number): UpdateAction {
  const { event_id, revision, changes } = change;
  const key = keys.job("announce", event_id);
  const { due_shard, due_at } = dueAt("bulk", key.pk, now + announcedAfter);
  const marks = changes.map((field) => `${markOf(field)} = :yes`);
  return dynamicUpdate({
    key,
    update: `SET ${["event_id = :event", "revision = :revision", "changed_at = :at", "due_shard = :shard", "due_at = :due", ...marks].join(", ")} REMOVE done_to, ${leaseMarks}`,
    values: {
      ...{ ":event": event_id, ":revision": revision, ":at": toInstant(now), ":yes": true },
      ...{ ":shard": due_shard, ":due": due_at },
    },
  });
}

/** None if everybody who buys from now on buys within a day of the start. */
function drawReminder({ event_id, start_time }: Omit<Reminder, "done_to">, now: number): Item | null {
  const key = keys.job("remind", event_id);
  const at = remindedAt(start_time);
  return at > now ? { ...key, event_id, start_time, ...dueAt("bulk", key.pk, at) } : null;
}

/** In the place of that for another start. */
export function putReminder(event: Omit<Reminder, "done_to">, now: number): Action[] {
  const reminder = drawReminder(event, now);
  return reminder ? [{ put: reminder }] : [];
}

/** Only where there is none, for whatever start. */
export function putMissingReminder(event: Omit<Reminder, "done_to">, now: number): Action[] {
  const reminder = drawReminder(event, now);
  return reminder ? [put({ put: reminder, condition: "attribute_not_exists(pk)" })] : [];
}

/** What tells a job from the one that takes its place while it works. */
type Version = Pick<Announcement, "revision"> | Pick<Reminder, "start_time">;

/** Came to the booking `done_to`, if to any -> came to `to`; fails once another job stands in its place. */
export function advanceMailJob(key: Key, { done_to, ...job }: MailJob & Version, to: string): Action {
  const [name, version] = "revision" in job ? ["revision", job.revision] : ["start_time", job.start_time];
  return dynamicUpdate({
    key,
    update: "SET done_to = :to",
    condition: `#version = :version AND ${done_to === undefined ? "attribute_not_exists(done_to)" : "done_to = :from"}`,
    names: { "#version": name },
    values: { ":to": to, ":version": version, ...(done_to === undefined ? {} : { ":from": done_to }) },
  });
}

/** Everybody was told -> gone, unless there is more to tell by now. */
export function removeAnnouncement({ event_id, revision }: Announcement): Action {
  return remove({
    remove: keys.job("announce", event_id),
    condition: "revision = :revision",
    values: { ":revision": revision },
  });
}

/** Everybody was reminded, or will not be -> gone, unless there is one for another start by now. */
export function removeReminder({ event_id, start_time }: Reminder): Action {
  return remove({
    remove: keys.job("remind", event_id),
    condition: "start_time = :start",
    values: { ":start": start_time },
  });
}
