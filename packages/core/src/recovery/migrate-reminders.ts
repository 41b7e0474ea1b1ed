import type { Core } from "../core.ts";
import { checkIsAsRead } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { EventId } from "../ids.ts";
import { putMissingReminder } from "../mail/mail-jobs.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { transact } from "../table/transact.ts";

/**
 * An event that was published by the version before, or while no mail was sent, has nothing by which its buyers are reminded of
 * it. Writes it. Can be repeated, beside running servers. Answers the events that it wrote it for; none where no mail is sent.
 * Reads the whole table. Throws UNAVAILABLE.
 */
export async function migrateReminders(core: Core): Promise<EventId[]> {
  const events: EventId[] = [];
  if (!core.mailer) return events;
  for await (const { pk, sk } of scanItems(core.table, ["pk", "sk"]))
    if (sk === "EVENT" && (await migrateEvent(core, pk as EventId))) events.push(pk as EventId);
  return events;
}

async function migrateEvent(core: Core, event_id: EventId): Promise<boolean> {
  if (await readItem(core.table, keys.job("remind", event_id))) return false;
  const event = await findEvent(core.table, event_id);
  if (event?.status !== "published" && event?.status !== "paused") return false;
  const reminder = putMissingReminder(event, core.clock());
  if (reminder.length === 0) return false;
  const outcome = await transact(core.table, [...reminder, checkIsAsRead(event)]);
  // Moved meanwhile, it was written with that; changed in any other way, it was not.
  return outcome.done || migrateEvent(core, event_id);
}
