import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import { type Hall, readHall, toDraft } from "../event/draft-event.ts";
import { catalogOrder, checkIsAsRead, type StoredEvent, toEventText, viewEvent } from "../event/event.table.ts";
import type { CopyEvent, CreateEvent, EventText } from "../event/event.ts";
import { findPayee } from "../event/find-payee.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { takePlaces } from "../event/in-places.ts";
import { mostDates } from "../event/limits.rules.ts";
import { reviseLatest } from "../event/revise-latest.ts";
import { findTimeFaults } from "../event/time-faults.rules.ts";
import { creationOf } from "../event-seats/create-seats.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId, SeriesId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { asBulk } from "../table/as-bulk.ts";
import { takeOverAfter } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { isInstant, toSeconds } from "../time.ts";
import { requireOrganizer } from "../user/require-role.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { whileCreating } from "../user/while-creating.ts";
import type { CopiedEvents } from "./copied-events.ts";
import { putCopies, putTemplate, type Template } from "./copies.table.ts";
import { putLastCopies, readLastCopies } from "./last-copies.table.ts";
import { listDates } from "./list-dates.ts";
import { makeCopies, toCopy } from "./make-copies.ts";
import { readChangeable } from "./read-changeable.ts";
import { checkSeriesUnchanging } from "./series-change.table.ts";

/**
 * The same event at other times, as dates of one series: drafts in the venue as it is now, each published once its
 * seats are there if that is asked for. One transaction decides; the drafts are there when this answers, their seats a
 * moment later. Throws EVENT_NOT_FOUND, FORBIDDEN, EVENT_STATUS_CONFLICT for one that the operator hid,
 * INVALID_INPUT, QUOTA_EXCEEDED and CREATION_RUNNING (none is made then), and what creating such an event throws.
 */
export async function copyEvent(
  core: Core,
  actor: Actor,
  input: CopyEvent,
  lease: IdempotencyLease | null = null,
): Promise<CopiedEvents> {
  requireOrganizer(actor);
  const begun = lease?.begun && "output" in lease.begun ? (lease.begun.output as CopiedEvents) : null;
  if (begun) await getOwnEvent(core, actor, input.event_id);
  const answer = begun ?? (await decide(core, actor, input, lease));
  const [first] = answer.items;
  if (first) {
    const creation = creationOf(first, answer.items.length);
    const bulk = asBulk(core, creation.seats);
    await whileCreating(core, creation, () => makeCopies(bulk, keys.job("copies", first.event_id)));
  }
  return answer;
}

const hiddenText = "The operator has hidden this event. It can't be copied until it is shown again.";

/** How often a decision is made anew after another one for the same series came first. */
const maxAttempts = 10;

async function decide(
  core: Core,
  actor: Actor,
  input: CopyEvent,
  lease: IdempotencyLease | null,
): Promise<CopiedEvents> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const original = await readChangeable(core, actor, input.event_id);
    if (original.hidden_at !== null) throw new EventlyError("EVENT_STATUS_CONFLICT", { status: "hidden" }, hiddenText);
    const series_id = original.series_id ?? seriesOf(original.event_id);
    const last = await readLastCopies(core.table, series_id);
    // What was decided before is dates of the series too.
    if (last) await makeCopies(core, keys.job("copies", last));
    const decision = await draw(core, actor, { original, series_id, last }, input);
    if (await write(core, actor, decision, lease)) return decision.answer;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

export const seriesOf = (event_id: EventId): SeriesId => event_id.replace("event-", "series-") as SeriesId;

type Series = { original: StoredEvent; series_id: SeriesId; last: EventId | null };
type Copy = { event_id: EventId; start_time: string };
type Decision = Series & {
  now: number;
  copies: Copy[];
  counted: Action;
  template: Template;
  hall: Hall;
  answer: CopiedEvents;
};

/** What is to be made of the series as it was read. */
async function draw(core: Core, actor: Actor, series: Series, input: CopyEvent): Promise<Decision> {
  const { original, series_id } = series;
  const now = core.clock();
  const { start_times, publish } = input;
  await refuseTimes(core, original, start_times, now);
  const text = toEventText(await readItem(core.table, keys.eventText(original.event_id)));
  const { event, hall } = await draftTemplate(core, actor, { original, text, series_id, publish, now });
  refuseSales(event, input, now);
  const copies: Copy[] = [];
  for (const start_time of start_times) copies.push({ event_id: await core.ids.next("event"), start_time });
  const items = copies.map((copy) => viewEvent(toCopy(event, copy)));
  const ids = copies.map(({ event_id }) => event_id);
  const [first = event.event_id] = ids;
  const counted = await takePlaces(core, creationOf({ ...event, event_id: first }, ids.length), ids);
  return { ...series, now, copies, counted, template: { event, text }, hall, answer: { series_id, items } };
}

/**
 * The original joins the series in the transaction that decides, if it was in none. False if other copies of the series,
 * or a change of its dates, were decided since it was read, or others took the places.
 */
async function write(core: Core, actor: Actor, decision: Decision, lease: IdempotencyLease | null): Promise<boolean> {
  const { original, series_id, last, now, copies, counted, template, hall, answer } = decision;
  const [first] = copies;
  if (!first) throw new Error("there is nothing to copy");
  const job = { original: original.event_id, copies, actor_id: actor.user_id, look_at: now + takeOverAfter };
  const changes = { copies: { before: null, after: copies } };
  const entry = { subject: original.event_id, at: now, actor, action: "event.copied", changes } as const;
  const actions = [
    counted,
    ...hall.writes,
    putLastCopies(series_id, last, first.event_id),
    checkSeriesUnchanging(series_id),
    putCopies(job),
    putTemplate(job, template),
  ];
  const isPublication = template.event.after_copy === "publish";
  const paidTo = await findPayee(core, null, template.event);
  const recording = { lease, response: { output: answer }, isInterim: true, isPublication, paidTo };
  const isDecided = async () => (await readLastCopies(core.table, series_id)) === first.event_id;
  if (original.series_id) {
    // What its copies are to be was drawn from what was read, and a change of the series may have come and gone since.
    const writes = [...actions, checkIsAsRead(original), putJournal(entry)];
    const outcome = await transactFor(core.table, sellersOf(actor, original), writes, recording);
    return outcome.done || (await isDecided());
  }
  const plan = (event: StoredEvent) => {
    // Changed since: what its copies are to be is drawn anew.
    if (event !== original) return null;
    const joining = { put: { ...keys.inSeries(series_id, event.event_id) } };
    const alongside = [...actions, joining, putJournal({ ...entry, revision: event.revision + 1 })];
    return { change: joinSeries(event, series_id), alongside };
  };
  await reviseLatest(core, original, plan, { ...recording, accounts: sellersOf(actor, original) });
  return isDecided();
}

function joinSeries(event: StoredEvent, series_id: SeriesId) {
  if (event.status !== "published") return { series_id };
  return { series_id, catalog_order: catalogOrder({ ...event, series_id }) };
}

async function refuseTimes(core: Core, original: StoredEvent, start_times: string[], now: number): Promise<void> {
  const dates = original.series_id ? await listDates(core, original.series_id) : [original];
  const taken = new Set(dates.map(({ start_time }) => start_time));
  const faults: Fault[] = start_times.flatMap((time, i) => {
    const path = `start_times.${i}`;
    if (toSeconds(time) <= now) return { path, message: "not in the past" };
    if (start_times.indexOf(time) < i) return { path, message: "no date twice" };
    return taken.has(time) ? { path, message: "the event takes place then already" } : [];
  });
  if (dates.length + start_times.length > mostDates)
    faults.push({ path: "start_times", message: `at most ${mostDates} dates in a series` });
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}

/** Sale and doors keep their distance to the start, which may take them into the past, or out of the calendar. */
function refuseSales(template: StoredEvent, { start_times, publish }: CopyEvent, now: number): void {
  const faults = start_times.flatMap((start_time, i): Fault[] => {
    const path = `start_times.${i}`;
    const copy = toCopy(template, { event_id: template.event_id, start_time });
    const { sales_start, sales_end } = copy;
    if (![sales_start, sales_end ?? start_time].every(isInstant))
      return [{ path, message: "too far from the event that is copied: its sale would be in no year of four digits" }];
    const status = publish ? "published" : "draft";
    if (findTimeFaults({ ...copy, sales_end: sales_end ?? undefined, status }, now).length === 0) return [];
    return [{ path, message: "its sale would be over before it could open" }];
  });
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}

type Wanted = { original: StoredEvent; text: EventText; series_id: SeriesId; publish: boolean; now: number };

/** The original as a draft that was made now, in the venue as it is now; its times are those of the original. */
async function draftTemplate(core: Core, actor: Actor, wanted: Wanted): Promise<{ event: StoredEvent; hall: Hall }> {
  const { original, text, series_id, publish, now } = wanted;
  const asked = toCreateInput(original, text, publish);
  const hall = await readHall(core, actor, asked.venue_id, () => asked.seat_type_prices);
  const input = { ...asked, seat_type_prices: hall.seat_type_prices };
  const draft = toDraft(input, { ...hall, event_id: original.event_id, actor, now });
  const { owner_id, organization_id, artists, seats_per_connection } = original;
  return { event: { ...draft, owner_id, organization_id, series_id, artists, seats_per_connection }, hall };
}

function toCreateInput(event: StoredEvent, { artists, programme }: EventText, publish: boolean): CreateEvent {
  const { venue_id, name, start_time, duration, tags, description, seat_type_prices, currency } = event;
  const { sales_start, sales_end, cancellation_policy, poster_seed } = event;
  return {
    ...{ venue_id, name, start_time, duration, tags, description, seat_type_prices, currency, programme },
    ...{ cancellation_policy, artists: artists ?? event.artists, status: publish ? "published" : "draft" },
    ...(poster_seed === null ? {} : { poster_seed }),
    ...(sales_end === null ? {} : { sales_end }),
    // A sale that was open from the beginning is open at once again.
    ...(toSeconds(sales_start) <= toSeconds(event.created_at) ? {} : { sales_start }),
  };
}
