import { LRUCache } from "lru-cache";
import type { EventId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { Clock } from "../time.ts";

/** Numbers of seats sold, reserved on invoice or kept by the house, at most some seconds old: for lists, which need many events at once. */
export type RecentSales = {
  /** By event; unknown events are missing. One BatchGet for those not cached. Throws UNAVAILABLE. */
  count(event_ids: readonly EventId[]): Promise<Map<EventId, number>>;
};

type CacheEntry = { sold: number; readAt: number };

/** Seats that nobody can buy, of an event's item. */
export const countGone = ({ seats_sold, seats_blocked, seats_reserved }: Item): number =>
  Number(seats_sold ?? 0) + Number(seats_blocked ?? 0) + Number(seats_reserved ?? 0);

const freshFor = 3;
const mostEvents = 20_000;

export function createRecentSales(table: Table, clock: Clock): RecentSales {
  const entries = new LRUCache<EventId, CacheEntry>({ max: mostEvents });
  return {
    async count(event_ids) {
      const readAt = clock();
      const isOld = (id: EventId) => readAt - (entries.get(id)?.readAt ?? Number.NEGATIVE_INFINITY) >= freshFor;
      const wanted = event_ids.filter(isOld);
      if (wanted.length > 0) {
        const items = await readItems(table, wanted.map(keys.event), {
          consistent: false,
          attributes: ["pk", "seats_sold", "seats_blocked", "seats_reserved"],
        });
        const sold = new Map(items.map((item) => [String(item.pk), countGone(item)]));
        for (const id of wanted) entries.set(id, { sold: sold.get(id) ?? 0, readAt });
      }
      return new Map(event_ids.map((id) => [id, entries.get(id)?.sold ?? 0]));
    },
  };
}
