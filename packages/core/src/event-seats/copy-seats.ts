import type { Core } from "../core.ts";
import { EventlyError, isFailure } from "../errors.ts";
import { changeStatus } from "../event/change-status.ts";
import { checkSeatsOfDraft, type StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { toSeatId } from "../seat/seat.rules.ts";
import { putSeat, seatsOf } from "../seat/seat.table.ts";
import { itemsAtOnce } from "../table/as-bulk.ts";
import { countItems, queryItems } from "../table/query-items.ts";
import type { Action } from "../table/transact.ts";
import { transactAll } from "../table/transact-all.ts";
import { clearSeats } from "./clear-seats.ts";

/**
 * Copies the venue's seats to a draft, without those of a venue that it left, then applies the status its organizer
 * asked for. Resumable: existing seats are never overwritten, each transaction writes a few and fails once the
 * draft is deleted, moved to another venue or given other prices, with which it goes on, and the event is published only once all seats are counted.
 * Returns between two of them once `signal` is aborted.
 */
export async function copySeats(core: Core, draft: StoredEvent, signal?: AbortSignal): Promise<StoredEvent> {
  const event = draft.clearing ? await clearSeats(core, draft, signal) : draft;
  if (event.clearing || event.seats_revision !== draft.seats_revision) return event;
  if (!(await putMissing(core, event, signal))) {
    const changed = await getCurrent(core, event);
    return signal?.aborted || !isOutpriced(changed, event) ? changed : copySeats(core, changed, signal);
  }
  const counted = (await countItems(core.table, { ...seatsOf(event.event_id), consistent: true })) - 1;
  const current = await getCurrent(core, event);
  if (current.seats_revision !== event.seats_revision) return current;
  if (counted !== event.seat_count) throw new Error(`${event.event_id} has ${counted} of ${event.seat_count} seats`);
  if (current.status !== "draft" || current.after_copy === null) return current;
  return current.after_copy === "publish"
    ? publish(core, current)
    : changeStatus(core, current, "draft", { actor: null });
}

/** Why a draft that was to be published stays one: the operator stopped its seller since, or the gateway did. */
const stopped = ["SUSPENDED", "ORGANIZATION_NOT_APPROVED", "PAYMENTS_NOT_READY"] as const;

function publish(core: Core, draft: StoredEvent): Promise<StoredEvent> {
  return changeStatus(core, draft, "published", { actor: null }).catch((error) => {
    if (!stopped.some((code) => isFailure(error, code))) throw error;
    return changeStatus(core, draft, "draft", { actor: null });
  });
}

/** Only its prices stand in the way of a draft's seats. */
const isOutpriced = (now: StoredEvent, read: StoredEvent): boolean =>
  now.status === "draft" && now.seats_revision === read.seats_revision && now.price_revision !== read.price_revision;

/** The seats of the event's layout that are not `there`, all of them available. */
function* listMissing(event: StoredEvent, { layout, types }: IndexedLayout, there: Set<string>): Generator<Action> {
  let i = 0;
  for (const { row, nums } of layout.rows)
    for (const seat_num of nums) {
      const seat_type = types[i++] ?? "";
      const seat_pos = toSeatId(row, seat_num);
      if (there.has(seat_pos)) continue;
      yield putSeat({
        event_id: event.event_id,
        ...{ seat_pos, row, seat_num },
        seat_type,
        price: event.seat_type_prices[seat_type] ?? 0,
        price_revision: event.price_revision,
        seat_state: "available",
        holding_id: null,
        hold_ttl: null,
        booking_id: null,
        times_held: 0,
        times_booked: 0,
      });
    }
}

/** How often what is missing is read again after another process wrote some of it. */
const maxAttempts = 5;

/** Writes the seats that the event lacks; false if it was told to stop, and once it is no draft with these seats any more. */
async function putMissing(core: Core, event: StoredEvent, signal: AbortSignal | undefined): Promise<boolean> {
  const layout = await core.layouts.get(event.layout_id);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const missing = listMissing(event, layout, await readKeys(core, event));
    const guard = checkSeatsOfDraft(event);
    const outcomes = await transactAll(core.table, missing, { items: itemsAtOnce, guard, signal });
    if (signal?.aborted) return false;
    const failed = outcomes.flatMap((outcome) => (outcome.done ? [] : outcome.failedConditions));
    if (failed.some(({ index }) => index === 0)) return false;
    if (failed.length === 0) return true;
  }
  return true;
}

async function readKeys(core: Core, { event_id }: StoredEvent): Promise<Set<string>> {
  const there = new Set<string>();
  for await (const { sk } of queryItems(core.table, { ...seatsOf(event_id), attributes: ["sk"], consistent: true }))
    there.add(String(sk));
  return there;
}

async function getCurrent(core: Core, { event_id }: StoredEvent): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new EventlyError("EVENT_NOT_FOUND", {});
  return event;
}
