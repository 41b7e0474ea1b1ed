import type { Core } from "../core.ts";
import { AnnouncedField } from "../mail/mail.ts";
import { putAnnouncement, putReminder } from "../mail/mail-jobs.table.ts";
import type { Action } from "../table/transact.ts";
import type { StoredEvent } from "./event.table.ts";

/**
 * What a change writes with it, so that the buyers of an event on sale are told when and where it is, and reminded of that;
 * `event` is as it is then, `changed` names its fields. Nothing where no mail is sent.
 */
export function announce(
  { mailer }: Pick<Core, "mailer">,
  event: Pick<StoredEvent, "event_id" | "revision" | "start_time" | "status">,
  changed: readonly string[],
  now: number,
): Action[] {
  if (!mailer || (event.status !== "published" && event.status !== "paused")) return [];
  const { event_id, revision } = event;
  const changes = AnnouncedField.options.filter((field) => changed.includes(field));
  return [
    ...(changes.length > 0 ? [putAnnouncement({ event_id, revision, changes }, now)] : []),
    ...(changes.includes("start_time") ? putReminder(event, now) : []),
  ];
}
