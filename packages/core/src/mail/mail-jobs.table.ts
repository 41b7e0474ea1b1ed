import type { EventId } from "../ids.ts";
import { put, remove, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import type { AnnouncedField } from "./mail.ts";

/** A job that writes a mail to each buyer of an event; `done_to` is the date of the last booking that it came to. */
export type MailJob = { event_id: EventId; done_to?: string };

/** A change of an event that its buyers have yet to be told, by the revision that it made. */
export type Announcement = MailJob & { revision: number; changes: AnnouncedField[]; changed_at: string };

/** An event whose buyers will be reminded a day before it begins, as long as it begins then. */
export type Reminder = MailJob & { start_time: string };

export const toAnnouncement = (item: Item): Announcement => item as Announcement;
export const toReminder = (item: Item): Reminder => item as Reminder;

/** How long before its start buyers are reminded of an event, in seconds. */
const reminderAhead = 86_400;

/** When the buyers of an event are reminded of it, in epoch seconds. */
export const remindedAt = (start_time: string): number => toSeconds(start_time) - reminderAhead;

/** Of each revision one, so that a later change takes nothing from an earlier one. `now` in epoch seconds. */
export function putAnnouncement(change: Omit<Announcement, "changed_at" | "done_to">, now: number): Action {
  const key = keys.job("announce", `${change.event_id}-${change.revision}`);
  return { put: { ...key, ...change, changed_at: toInstant(now), ...dueAt("bulk", key.pk, now) } };
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

/** Came to the booking `from`, undefined for none yet -> came to `to`. */
export function advanceMailJob(key: Key, from: string | undefined, to: string): Action {
  if (from === undefined)
    return update({
      key,
      update: "SET done_to = :to",
      condition: "attribute_exists(pk) AND attribute_not_exists(done_to)",
      values: { ":to": to },
    });
  return update({
    key,
    update: "SET done_to = :to",
    condition: "done_to = :from",
    values: { ":from": from, ":to": to },
  });
}

/** Everybody was told -> gone. */
export const removeAnnouncement = (key: Key): Action => ({ remove: key });

/** Everybody was reminded, or will not be -> gone, unless there is one for another start by now. */
export function removeReminder({ event_id, start_time }: Reminder): Action {
  return remove({
    remove: keys.job("remind", event_id),
    condition: "start_time = :start",
    values: { ":start": start_time },
  });
}
