import type { EventId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { remove } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";

/** Prices of an event that its free seats have yet to be given. */
export type PriceRefresh = { event_id: EventId; price_revision: number };

const jobOf = (event_id: EventId) => keys.job("refresh", event_id);

export const toPriceRefresh = (item: Item): PriceRefresh => item as PriceRefresh;

/** One item an event: a later change of prices takes the place of one that is not finished. `now` in epoch seconds. */
export function putPriceRefresh({ event_id, price_revision }: PriceRefresh, now: number): Action {
  const key = jobOf(event_id);
  return { put: { ...key, event_id, price_revision, ...dueAt("bulk", key.pk, now) } };
}

/** Done up to `price_revision` -> gone, unless there are later prices. */
export function removePriceRefresh({ event_id, price_revision }: PriceRefresh): Action {
  return remove({
    remove: jobOf(event_id),
    condition: "price_revision <= :done",
    values: { ":done": price_revision },
  });
}

/** What the journal tells of a refresh that is done. */
export function journalPriceRefresh({ event_id, price_revision }: PriceRefresh, at: number): Action {
  const changes = { price_revision: { before: null, after: price_revision } };
  return putJournal({ subject: event_id, at, actor: null, action: "event.prices_copied", changes });
}
