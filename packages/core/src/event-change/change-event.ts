import { randomUUID } from "node:crypto";
import type { Rules } from "../config.ts";
import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import { announce } from "../event/announce.ts";
import type { Hall } from "../event/draft-event.ts";
import { isChangeable } from "../event/event.rules.ts";
import {
  applyChange,
  putCatalogChange,
  putEventText,
  replaceSeats,
  reviseEvent,
  type StoredEvent,
  toEventText,
  viewEvent,
} from "../event/event.table.ts";
import type { ChangeEvent, Event } from "../event/event.ts";
import { findBegun } from "../event/find-begun.ts";
import { findEvent } from "../event/find-event.ts";
import { findPayee } from "../event/find-payee.ts";
import {
  completeChange,
  findChangeFaults,
  listFields,
  type PlannedChange,
  planChange,
} from "../event/plan-event-change.ts";
import { createSeats, creationOf, resumeSeats } from "../event-seats/create-seats.ts";
import { putPriceRefresh } from "../event-seats/price-refresh.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { byPath, findAmountFaults } from "../payment/find-amount-faults.ts";
import { changeDates } from "../series/change-dates.ts";
import { readChangeable } from "../series/read-changeable.ts";
import {
  checkSeriesUnchanging,
  putSeriesChange,
  type SeriesChange,
  seriesChangeOf,
} from "../series/series-change.table.ts";
import { takeOverAfter } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { isBulk, takeCreation } from "../user/creation.table.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import { isRefusedAt } from "../user/usage.ts";
import type { Actor } from "../user/user.ts";
import { alongMove, findNewHall, stateHall } from "./move-to-venue.ts";

/**
 * Changes an event from the revision that its organizer saw. What is sold and held keeps its price and terms; moved to
 * another time, those who booked may cancel for a while; a draft may move to another venue, and gets its seats. Answers
 * the event as it is then, as it was if nothing differs. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT,
 * REVISION_CONFLICT with what changed since, INVALID_INPUT, PAYMENTS_NOT_READY for what is
 * on sale and had no price, and for a move CREATION_RUNNING and what `findNewHall` throws.
 */
export async function changeEvent(
  core: Core,
  actor: Actor,
  input: ChangeEvent,
  lease: IdempotencyLease | null = null,
): Promise<Event> {
  const begun = await findBegun(core, actor, lease);
  if (begun) return viewEvent(await followMove(core, begun, resumeSeats));
  const event = await readChangeable(core, actor, input.event_id);
  if (!isChangeable(event)) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: event.status });
  const hall = await findNewHall(core, actor, event, input);
  if (event.revision !== input.revision) await refuseStale(core, event, input.revision);
  const now = core.clock();
  const text = toEventText(await readItem(core.table, keys.eventText(event.event_id)));
  const completed = completeChange(event, text, input);
  const asked = hall ? stateHall(completed, hall) : completed;
  const faults = [
    ...findChangeFaults(event, listFields(event, text), asked, input.series, now),
    ...findLimitFaults(core.rules, input),
    ...findPriceFaults(core, event, asked),
  ];
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  const plan = planChange(event, text, asked, now);
  // The other dates of a series may differ where this one does not.
  const series_id = input.series && Object.keys(asked).length > 0 ? event.series_id : null;
  if (Object.keys(plan.after).length === 0 && !series_id) return viewEvent(event);
  const series = series_id && { series_id, fields: asked };
  const after = await writeChange(core, event, plan, { actor, reason: input.reason, lease, now, series, hall });
  if (!after) return changeEvent(core, actor, input, lease);
  if (series) await followSeries(core, seriesChangeOf(series.series_id));
  return viewEvent(hall ? await followMove(core, after, createSeats) : after);
}

/** Fewer than one hold may have would refuse somebody who does what the picker allows. */
function findLimitFaults({ MAX_SEATS_PER_HOLD: least }: Rules, { seats_per_connection: most }: ChangeEvent): Fault[] {
  if (typeof most !== "number" || most >= least) return [];
  return [{ path: "seats_per_connection", message: `at least ${least}, as many as one hold may have` }];
}

/** Prices that were stored before stay until they, or their currency, are changed. */
function findPriceFaults({ gateway }: Core, event: StoredEvent, asked: Record<string, unknown>): Fault[] {
  const { seat_type_prices: prices, currency } = { ...event, ...asked };
  const changed = Object.entries(prices).filter(
    ([type, price]) => currency !== event.currency || price !== event.seat_type_prices[type],
  );
  return findAmountFaults(gateway, currency, byPath(Object.fromEntries(changed)));
}

type Written = {
  actor: Actor;
  reason: string | undefined;
  lease: IdempotencyLease | null;
  now: number;
  /** What the other dates get too. */
  series: Pick<SeriesChange, "series_id" | "fields"> | null;
  /** Where the event moves to. */
  hall: Hall | null;
};

/** Null if a change of the whole series was decided meanwhile. */
async function writeChange(
  core: Core,
  event: StoredEvent,
  plan: PlannedChange,
  { actor, reason, lease, now, series, hall }: Written,
): Promise<StoredEvent | null> {
  const { event_id } = event;
  const by = randomUUID();
  const revision = event.revision + 1;
  const change = hall ? { ...plan.event, ...replaceSeats(event, hall.layout, now + takeOverAfter) } : plan.event;
  const after = applyChange(event, change);
  const creation = hall && creationOf(after);
  const taken = creation && isBulk(creation) ? takeCreation(creation, now) : null;
  const writes: Action[] = [
    ...(taken ? [taken] : []),
    reviseEvent(event, change, by),
    putEventText(event_id, plan.text),
    putJournal({
      ...{ subject: event_id, at: now, actor, action: "event.changed", reason, revision },
      changes: listChanges(plan.before, plan.after),
    }),
    ...(event.status === "published" ? [putCatalogChange(event_id, now)] : []),
    ...(plan.after.seat_type_prices && !hall ? [putPriceRefresh(after, now)] : []),
    ...(hall ? alongMove(event, hall, { at: now, actor }) : []),
    ...announce(core, after, Object.keys(plan.after), now),
    ...(series
      ? [putSeriesChange({ ...series, event_id, decision: by, actor_id: actor.user_id, look_at: now + takeOverAfter })]
      : event.series_id
        ? [checkSeriesUnchanging(event.series_id)]
        : []),
  ];
  const paidTo = await findPayee(core, event, after);
  const recording = { lease, response: { output: viewEvent(after) }, isInterim: hall !== null, paidTo };
  const outcome = await transactFor(core.table, sellersOf(actor, event), writes, recording);
  core.events.forget(event_id);
  if (outcome.done) return after;
  const current = await findEvent(core.table, event_id);
  if (current?.revised_by === by) return current;
  if (taken && isRefusedAt(outcome, 0)) throw new EventlyError("CREATION_RUNNING", {});
  if (!current) throw new EventlyError("EVENT_NOT_FOUND", {});
  const isAsRead = current.revision === event.revision && current.status === event.status;
  if (isAsRead && event.series_id) return null;
  if (isAsRead && hall) throw new EventlyError("VENUE_BUSY", {});
  return refuseStale(core, current, event.revision);
}

/** This date is changed already: what fails on the others is left to scheduled work. */
function followSeries(core: Core, job: Key): Promise<void> {
  return changeDates(core, job).catch((error) =>
    core.reportError("the other dates of a series wait for their change", { pk: job.pk, error }),
  );
}

/** The move is decided: seats that can't be replaced now are left to scheduled work. */
function followMove(core: Core, event: StoredEvent, create: typeof createSeats): Promise<StoredEvent> {
  if (event.after_copy === null) return Promise.resolve(event);
  return create(core, event).catch((error) => {
    core.reportError("an event waits for the seats of its new venue", { pk: event.event_id, error });
    return event;
  });
}

async function refuseStale(core: Core, { event_id, revision }: StoredEvent, seen: number): Promise<never> {
  throw new EventlyError("REVISION_CONFLICT", { revision, changed: await listChangedSince(core, event_id, seen) });
}
