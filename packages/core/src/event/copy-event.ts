import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { EventId, SeriesId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { takeOverAfter } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { isInstant, toSeconds } from "../time.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { putCopies, putTemplate } from "./copies.table.ts";
import { readHall, toDraft } from "./draft-event.ts";
import { findTimeFaults } from "./event.rules.ts";
import { catalogOrder, type StoredEvent, toEventText, viewEvent } from "./event.table.ts";
import type { CopiedEvents, CopyEvent, CreateEvent, EventText } from "./event.ts";
import { getOwnEvent } from "./get-event.ts";
import { inPlaces, takePlaces } from "./in-places.ts";
import { mostDates } from "./limits.rules.ts";
import { listDates } from "./list-dates.ts";
import { makeCopies, toCopy } from "./make-copies.ts";
import { reviseLatest } from "./revise-latest.ts";

/**
 * The same event at other times, as dates of one series: drafts in the venue as it is now, each published once its
 * seats are there if that is asked for. One transaction decides; the drafts are there when this answers, their seats a
 * moment later. Throws EVENT_NOT_FOUND, FORBIDDEN, INVALID_INPUT, QUOTA_EXCEEDED (none is made then), and what creating such an event throws.
 */
export async function copyEvent(
  core: Core,
  actor: Actor,
  input: CopyEvent,
  lease: IdempotencyLease | null = null,
): Promise<CopiedEvents> {
  requireOrganizer(actor);
  const original = await getOwnEvent(core, actor, input.event_id);
  const begun = lease?.begun && "output" in lease.begun ? (lease.begun.output as CopiedEvents) : null;
  const answer = begun ?? (await decide(core, actor, original, input, lease));
  const [first] = answer.items;
  if (first) await makeCopies(core, keys.job("copies", first.event_id));
  return answer;
}

async function decide(
  core: Core,
  actor: Actor,
  original: StoredEvent,
  input: CopyEvent,
  lease: IdempotencyLease | null,
): Promise<CopiedEvents> {
  const now = core.clock();
  const series_id = original.series_id ?? seriesOf(original.event_id);
  const { start_times } = input;
  await refuseTimes(core, original, start_times, now);
  const text = toEventText(await readItem(core.table, keys.eventText(original.event_id)));
  const template = await draftTemplate(core, actor, { original, text, series_id, publish: input.publish, now });
  refuseSales(template, input, now);
  const copies = [];
  for (const start_time of start_times) copies.push({ event_id: await core.ids.next("event"), start_time });
  const items = copies.map((copy) => viewEvent(toCopy(template, copy)));
  const job = { original: original.event_id, copies, actor_id: actor.user_id, look_at: now + takeOverAfter };
  const answer = { series_id, items };
  await write(core, original, { series_id, actor, now, copies, lease, answer }, [
    putCopies(job),
    putTemplate(job, { event: template, text }),
  ]);
  return answer;
}

export const seriesOf = (event_id: EventId): SeriesId => event_id.replace("event-", "series-") as SeriesId;

type Decision = {
  series_id: SeriesId;
  actor: Actor;
  now: number;
  copies: { event_id: EventId; start_time: string }[];
  lease: IdempotencyLease | null;
  answer: CopiedEvents;
};

/** The original joins the series in the transaction that decides, if it was in none. */
async function write(core: Core, original: StoredEvent, decision: Decision, job: Action[]): Promise<void> {
  const { series_id, actor, now, copies, lease, answer } = decision;
  const changes = { copies: { before: null, after: copies } };
  const entry = (revision?: number) =>
    putJournal({
      ...{ subject: original.event_id, at: now, actor, action: "event.copied", changes },
      ...(revision === undefined ? {} : { revision }),
    });
  const ids = copies.map(({ event_id }) => event_id);
  const response = { output: answer };
  const recording = { lease, response, isInterim: true };
  if (original.series_id) {
    await inPlaces(core, original.owner_id, ids, (counted) =>
      transactIdempotent(core.table, [counted, ...job, entry()], recording),
    );
    return;
  }
  const plan = async (event: StoredEvent) => {
    if (event.status === "deleting") throw new EventlyError("EVENT_NOT_FOUND", {});
    return {
      change: joinSeries(event, series_id),
      alongside: [
        await takePlaces(core, event.owner_id, ids),
        ...job,
        { put: { ...keys.inSeries(series_id, event.event_id) } },
        ...(event.series_id ? [entry()] : [entry(event.revision + 1)]),
      ],
    };
  };
  await reviseLatest(core, original, plan, recording);
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
async function draftTemplate(core: Core, actor: Actor, wanted: Wanted): Promise<StoredEvent> {
  const { original, text, series_id, publish, now } = wanted;
  const asked = toCreateInput(original, text, publish);
  const { venue, layout, seat_type_prices } = await readHall(core, actor, asked.venue_id, () => asked.seat_type_prices);
  const draft = toDraft({ ...asked, seat_type_prices }, { venue, layout, event_id: original.event_id, actor, now });
  return { ...draft, owner_id: original.owner_id, series_id, artists: original.artists };
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
