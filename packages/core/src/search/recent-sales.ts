import { keys } from "../table/keys.ts";
import { readItems } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";

/** How many seats of events are sold, as counted at most some seconds ago: for lists, where many events are asked for at once. */
export type RecentSales = {
  /** By event; those that nobody knows have none. One BatchGet of what is not remembered. Throws UNAVAILABLE. */
  count(event_ids: readonly string[]): Promise<Map<string, number>>;
};

const freshFor = 3;
const mostEvents = 20_000;

export function createRecentSales(table: Table, clock: Clock): RecentSales {
  const known = new Map<string, { sold: number; readAt: number }>();
  return {
    async count(event_ids) {
      const readAt = clock();
      const isOld = (id: string) => readAt - (known.get(id)?.readAt ?? Number.NEGATIVE_INFINITY) >= freshFor;
      const wanted = event_ids.filter(isOld);
      if (wanted.length > 0) {
        const items = await readItems(table, wanted.map(keys.event), {
          consistent: false,
          attributes: ["pk", "seats_sold"],
        });
        if (known.size >= mostEvents) known.clear();
        const sold = new Map(items.map((item) => [String(item.pk), Number(item.seats_sold ?? 0)]));
        for (const id of wanted) known.set(id, { sold: sold.get(id) ?? 0, readAt });
      }
      return new Map(event_ids.map((id) => [id, known.get(id)?.sold ?? 0]));
    },
  };
}
