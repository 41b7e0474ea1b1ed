import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { announce } from "../event/announce.ts";
import { checkDecision, type Decided, isDecided, removeDecision } from "../event/decision.ts";
import { isChangeable } from "../event/event.rules.ts";
import { putEventText, type StoredEvent, toEventText } from "../event/event.table.ts";
import { planChange } from "../event/plan-event-change.ts";
import { type Plan, reviseLatest } from "../event/revise-latest.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import { readLastCopies } from "./last-copies.table.ts";
import { listDates } from "./list-dates.ts";
import { makeCopies } from "./make-copies.ts";
import { type SeriesChange, toSeriesChange } from "./series-change.table.ts";

/**
 * Gives the other dates of a series the texts and facts that were decided on one: those that have not begun and still
 * take place, also copies that were decided before and are yet to be made. Can be repeated; a date that has them already is left alone. Returns between two once `signal` is aborted.
 */
export async function changeDates(core: Core, job: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, job);
  if (!item) return;
  const change = { ...toSeriesChange(item), job };
  const copies = await readLastCopies(core.table, change.series_id);
  if (copies) await makeCopies(core, keys.job("copies", copies), signal);
  if (signal?.aborted) return;
  const others = (await listDates(core, change.series_id)).filter(({ event_id }) => event_id !== change.event_id);
  const isWhole = await workThrough(others, signal, (date) =>
    reviseLatest(core, date, (event, now) => plan(core, event, change, now)),
  );
  if (isWhole) await finish(core, change);
}

type Change = SeriesChange & Decided;

async function plan(core: Core, event: StoredEvent, change: Change, now: number): Promise<Plan> {
  const { fields, actor_id } = change;
  if (!isChangeable(event) || toSeconds(event.start_time) <= now) return null;
  if (!(await isDecided(core.table, change))) return null;
  const text = toEventText(await readItem(core.table, keys.eventText(event.event_id)));
  const planned = planChange(event, text, fields, now);
  if (Object.keys(planned.after).length === 0) return null;
  const { event_id, revision } = event;
  const actor = { user_id: actor_id, role: "organizer" as const };
  const changes = listChanges(planned.before, planned.after);
  const entry = {
    subject: event_id,
    at: now,
    actor,
    action: "series.changed",
    revision: revision + 1,
    changes,
  } as const;
  const told = announce(core, { ...event, revision: revision + 1 }, Object.keys(planned.after), now);
  return {
    change: planned.event,
    alongside: [putEventText(event_id, planned.text), putJournal(entry), checkDecision(change), ...told],
  };
}

async function finish(core: Core, change: Change): Promise<void> {
  const { event_id, fields } = change;
  const changes = { fields: { before: null, after: Object.keys(fields) } };
  const entry = {
    subject: event_id,
    at: core.clock(),
    actor: null,
    action: "series.change_finished",
    changes,
  } as const;
  await transact(core.table, [removeDecision(change), putJournal(entry)]);
}
