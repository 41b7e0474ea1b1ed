import type { Table } from "../table/table.ts";
import type { IndexedEvents } from "./index-events.ts";
import { countListed, placeOf } from "./read-catalog.ts";

/** Counting reads every event that is left out, so not after each change; in seconds. */
const countedFor = 60;

/** How many events are left out, at most a minute old. */
export function countLeftOut(table: Table, { documents }: Pick<IndexedEvents, "documents">) {
  let count = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let isCounted = true;

  async function countFrom(place: string): Promise<number> {
    const listed = await countListed(table, place);
    const held = documents.filter((entry) => entry && placeOf(entry.event) >= place).length;
    return Math.max(0, listed - held);
  }

  return {
    count: () => count,
    change() {
      isCounted = false;
    },
    /** Is counted at the next opportunity. */
    renew() {
      isCounted = false;
      countedAt = Number.NEGATIVE_INFINITY;
    },
    /** `first` is the place of the first one; null if there is none. */
    async settle(first: string | null, now: number): Promise<void> {
      if (first !== null && (isCounted || now - countedAt < countedFor)) return;
      count = first === null ? 0 : await countFrom(first);
      countedAt = first === null ? Number.NEGATIVE_INFINITY : now;
      isCounted = true;
    },
  };
}
