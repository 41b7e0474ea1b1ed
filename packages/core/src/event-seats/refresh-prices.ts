import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { SeatId } from "../ids.ts";
import { isFree } from "../seat/seat.rules.ts";
import { isSeatItem, refreshPrice, seatsOf } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import type { Key } from "../table/keys.ts";
import { queryPages } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { type Item, transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { journalPriceRefresh, removePriceRefresh, toPriceRefresh } from "./price-refresh.table.ts";

const pageSize = 100;
/** Few: the sale of the same seats goes first. */
const writesAtOnce = 2;

/**
 * Gives an event's free seats the prices that it has now; held and booked ones keep theirs. Nothing waits for it: a seat
 * is sold at its event's price, and a hold writes that into the seat. So it may end at any line, be repeated, and run in
 * several processes. Returns between two pages once `signal` is aborted, to go on when it is called again.
 */
export async function refreshPrices(core: Core, job: Key, signal?: AbortSignal): Promise<void> {
  const item = await readItem(core.table, job);
  if (!item) return;
  const { event_id } = toPriceRefresh(item);
  const event = await findEvent(core.table, event_id);
  const takesPlace = event !== null && event.status !== "deleting";
  if (takesPlace && !(await refreshSeats(core, event, signal))) return;
  // Of an event that is gone there are no other prices any more.
  const done = takesPlace ? { event_id, price_revision: event.price_revision } : toPriceRefresh(item);
  const entry = takesPlace ? [journalPriceRefresh(done, core.clock())] : [];
  await transact(core.table, [removePriceRefresh(done), ...entry]);
}

/** False if it was told to stop before the last page. */
function refreshSeats(core: Core, event: StoredEvent, signal?: AbortSignal): Promise<boolean> {
  const inTurn = limitConcurrency(writesAtOnce);
  const attributes = ["sk", "seat_state", "hold_ttl", "price_revision"];
  const query = { ...seatsOf(event.event_id), attributes, consistent: true, limit: pageSize };
  return workThrough(queryPages(core.table, query), signal, async (seats) => {
    const stale = seats.filter((seat) => isSeatItem(seat) && isStale(seat, event, core.clock()));
    await Promise.all(stale.map((seat) => inTurn(() => refreshSeat(core, event, seat.sk as SeatId))));
  });
}

const isStale = (seat: Item, { price_revision }: StoredEvent, now: number): boolean =>
  isFree(seat as Pick<EventSeat, "seat_state" | "hold_ttl">, now) && Number(seat.price_revision ?? 0) < price_revision;

/** Refused if somebody holds the seat meanwhile, who has its price. */
async function refreshSeat(core: Core, event: StoredEvent, seat_pos: SeatId): Promise<void> {
  const { event_id, layout_id, seat_type_prices, price_revision } = event;
  const { indexOf, types } = await core.layouts.get(layout_id);
  const price = seat_type_prices[types[indexOf.get(seat_pos) ?? -1] ?? ""];
  if (price === undefined) return;
  await updateItem(core.table, refreshPrice({ event_id, seat_pos, price, price_revision, now: core.clock() }));
}
