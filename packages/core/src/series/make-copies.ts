import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { putEventDraft, putEventText, type StoredEvent } from "../event/event.table.ts";
import type { EventText } from "../event/event.ts";
import { putJournal } from "../journal/journal.table.ts";
import { ownerOf } from "../organization/may.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { type Action, transact } from "../table/transact.ts";
import { toInstant, toSeconds } from "../time.ts";
import { putOwnerPointer } from "../user/user.table.ts";
import { type Copies, countCopy, removeCopies, type Template, toCopies, toTemplate } from "./copies.table.ts";

type Copy = Copies["copies"][number];

/**
 * Makes the copies that are still lacking, one transaction each, in order: a second process goes on where the first one
 * is, so that no copy is made twice, not even one that was deleted since. Their seats are work of their own. Returns
 * between two copies once `signal` is aborted.
 */
export async function makeCopies(core: Core, job: Key, signal?: AbortSignal): Promise<void> {
  const input = await readItem(core.table, keys.inputOf(job));
  if (!input) return;
  const template = toTemplate(input);
  let failedAt = -1;
  await workThrough(readUntilMade(core, job), signal, async (copies) => {
    if (copies.made === failedAt) throw new Error(`${job.pk} can't go on after ${copies.made} copies`);
    const copy = copies.copies[copies.made];
    const writes = copy ? makeCopy(template, copies, copy, core.clock()) : finish(copies, core.clock());
    const outcome = await transact(core.table, writes);
    if (!outcome.done) failedAt = copies.made;
  });
}

/** The job as it is, before each copy; it is gone once all are made. */
async function* readUntilMade(core: Core, job: Key): AsyncGenerator<Copies> {
  for (let item = await readItem(core.table, job); item; item = await readItem(core.table, job)) yield toCopies(item);
}

function makeCopy(template: Template, copies: Copies, copy: Copy, now: number): Action[] {
  const event = toCopy(template.event, copy);
  const actor = { user_id: copies.actor_id, role: "organizer" as const };
  return [
    countCopy(copies),
    putEventDraft(event, now),
    putEventText(event.event_id, shiftText(template, event)),
    putOwnerPointer(ownerOf(event), event.event_id),
    { put: { ...keys.atVenue(event.venue_id, event.event_id) } },
    ...(event.series_id ? [{ put: { ...keys.inSeries(event.series_id, event.event_id) } }] : []),
    putJournal({ subject: event.event_id, at: now, actor, action: "event.created", revision: 0 }),
  ];
}

function finish(copies: Copies, at: number): Action[] {
  const made = { before: null, after: copies.copies.map(({ event_id }) => event_id) };
  const entry = { subject: copies.original, at, actor: null, action: "event.copies_made", changes: { made } } as const;
  return [...removeCopies(copies), putJournal(entry)];
}

/** The draft of one date: its sale is open as long before and after the start as the template's. */
export function toCopy(template: StoredEvent, { event_id, start_time }: Copy): StoredEvent {
  const later = toSeconds(start_time) - toSeconds(template.start_time);
  const isOpenAtOnce = template.sales_start === toInstant(Math.floor(toSeconds(template.created_at)));
  return {
    ...template,
    event_id,
    start_time,
    sales_start: isOpenAtOnce ? template.sales_start : shift(template.sales_start, later),
    sales_end: template.sales_end && shift(template.sales_end, later),
  };
}

function shiftText({ event, text }: Template, { start_time }: StoredEvent): EventText {
  const later = toSeconds(start_time) - toSeconds(event.start_time);
  return text.doors_time ? { ...text, doors_time: shift(text.doors_time, later) } : text;
}

const shift = (instant: string, seconds: number): string => toInstant(toSeconds(instant) + seconds);
