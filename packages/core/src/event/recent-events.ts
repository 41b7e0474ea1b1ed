import { oncePerKey } from "../once-per-key.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import type { StoredEvent } from "./event.table.ts";
import { findEvent } from "./get-event.ts";

/** Events as read at most 2 s ago: enough to open and close a sale, too old to decide over money. */
export type RecentEvents = {
  find(event_id: string): Promise<StoredEvent | null>;
  /** Forgets what is known, after an own change. */
  forget(event_id: string): void;
};

const freshFor = 2;
const mostEvents = 2_000;

export function createRecentEvents(table: Table, clock: Clock): RecentEvents {
  const known = new Map<string, { event: StoredEvent | null; readAt: number }>();
  const read = oncePerKey(async (event_id) => {
    const readAt = clock();
    const event = await findEvent(table, event_id);
    if (known.size >= mostEvents) known.clear();
    known.set(event_id, { event, readAt });
    return event;
  });
  return {
    async find(event_id) {
      const entry = known.get(event_id);
      return entry && clock() - entry.readAt < freshFor ? entry.event : read(event_id);
    },
    forget(event_id) {
      known.delete(event_id);
    },
  };
}
