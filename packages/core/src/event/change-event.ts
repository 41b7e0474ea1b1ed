import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import type { Actor } from "../user/user.ts";
import { changeDates } from "./change-dates.ts";
import {
  applyChange,
  putCatalogChange,
  putEventText,
  reviseEvent,
  type StoredEvent,
  toEventText,
  viewEvent,
} from "./event.table.ts";
import type { ChangeEvent, Event, EventStatus } from "./event.ts";
import { findEvent } from "./find-event.ts";
import { getOwnEvent } from "./get-event.ts";
import { completeChange, findChangeFaults, listFields, type PlannedChange, planChange } from "./plan-event-change.ts";
import { putPriceRefresh } from "./price-refresh.table.ts";
import { putSeriesChange, seriesChangeOf } from "./series-change.table.ts";

const changeable: readonly EventStatus[] = ["draft", "published", "paused"];

/**
 * Changes an event from the revision that its organizer saw. What is sold and held keeps its price and terms; moved to
 * another time, those who booked may cancel for a while. Answers the event as it is then, as it was if nothing differs.
 * Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT, REVISION_CONFLICT with what changed since, INVALID_INPUT.
 */
export async function changeEvent(
  core: Core,
  actor: Actor,
  input: ChangeEvent,
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const event = await getOwnEvent(core, actor, input.event_id);
  if (!changeable.includes(event.status)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  if (event.revision !== input.revision) await refuseStale(core, event, input.revision);
  const now = core.clock();
  const text = toEventText(await readItem(core.table, keys.eventText(event.event_id)));
  const asked = completeChange(event, text, input);
  const faults = findChangeFaults(event, listFields(event, text), asked, input.series, now);
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  const plan = planChange(event, text, asked, now);
  if (Object.keys(plan.after).length === 0) return viewEvent(event);
  const { reason, series } = input;
  const after = await writeChange(core, event, plan, { actor, reason, lease, now, isSeries: series });
  if (series && after.series_id) await changeDates(core, seriesChangeOf(after.event_id, after.revision));
  return viewEvent(after);
}

/** When scheduled work takes over the other dates of a series, in seconds. */
const lookAfter = 60;

type Written = {
  actor: Actor;
  reason: string | undefined;
  lease: IdempotencyLease | null;
  now: number;
  isSeries: boolean;
};

async function writeChange(
  core: Core,
  event: StoredEvent,
  plan: PlannedChange,
  { actor, reason, lease, now, isSeries }: Written,
): Promise<StoredEvent> {
  const { event_id } = event;
  const by = randomUUID();
  const revision = event.revision + 1;
  const after = applyChange(event, plan.event);
  const job = isSeries && event.series_id ? { series_id: event.series_id, event_id, fields: plan.after } : null;
  const writes: Action[] = [
    reviseEvent(event, plan.event, by),
    putEventText(event_id, plan.text),
    putJournal({
      ...{ subject: event_id, at: now, actor, action: "event.changed", reason, revision },
      changes: listChanges(plan.before, plan.after),
    }),
    ...(event.status === "published" ? [putCatalogChange(event_id, now)] : []),
    ...(plan.after.seat_type_prices ? [putPriceRefresh(after, now)] : []),
    ...(job ? [putSeriesChange({ ...job, revision, actor_id: actor.user_id, look_at: now + lookAfter })] : []),
  ];
  const outcome = await transactIdempotent(core.table, writes, { lease, response: { output: viewEvent(after) } });
  core.events.forget(event_id);
  if (outcome.done) return after;
  const current = await findEvent(core.table, event_id);
  if (current?.revised_by === by) return current;
  if (!current) throw new EventlyError("EVENT_NOT_FOUND", {});
  return refuseStale(core, current, event.revision);
}

async function refuseStale(core: Core, { event_id, revision }: StoredEvent, seen: number): Promise<never> {
  throw new EventlyError("REVISION_CONFLICT", { revision, changed: await listChangedSince(core, event_id, seen) });
}
