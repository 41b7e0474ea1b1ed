import type { EventCard } from "../event/event.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { countLeftOut } from "./count-left-out.ts";
import type { Accounts } from "./horizons.ts";
import type { IndexedEvents } from "./index-events.ts";
import { readCard } from "./read-catalog.ts";
import { shareRoom } from "./share-room.ts";

/** In megabytes; on a small heap half of its limit. */
export const usualCatalogMb = 256;

/** Sizes in bytes, estimated; `left_out` at most a minute old. */
export type Fill = { events: number; bytes: number; budget: number; left_out: number };

/** How often what is left out is read again at most, in seconds: where there is room, and for accounts that have little. */
const [fillAfter, shareAfter] = [60, 600];
/** Of all accounts. */
const all = () => true;

export type BoundCatalog = {
  /** Whether there are events left out. */
  isFull(): boolean;
  /** Null, once reported, for a row that can't be read. */
  read(item: Item): EventCard | null;
  /** Before such rows are admitted: while events are left out it has to be known whose they are. Throws UNAVAILABLE. */
  meet(items: Item[]): Promise<void>;
  /** Adds or updates an event; whether it is in. The latest ones of the accounts that have the most make room for it. */
  admit(event: EventCard): Promise<boolean>;
  /** Runs a load of everything: as if there was room for it. */
  renew<T>(now: number, load: () => Promise<T>): Promise<T>;
  /** Fills room that has become free, and counts what is left out; whether anything was read from there. */
  settle(now: number, read: (from: string) => Promise<unknown>): Promise<boolean>;
  fill(): Fill;
};

type Parts = {
  budget: number;
  yieldToEventLoop(): Promise<void>;
  report(message: string, details: Record<string, unknown>): void;
};

/** The events that fit: of each account all that the index lists before the first one of it that is left out. */
export function boundCatalog(table: Table, events: IndexedEvents, parts: Parts): BoundCatalog {
  const { budget, yieldToEventLoop } = parts;
  const rows = createRowReader(parts.report);
  const leftOut = countLeftOut(table, events);
  const room = shareRoom(table, events, { budget, yieldToEventLoop, onLeftOut: leftOut.change });
  let readAt = Number.NEGATIVE_INFINITY;

  async function readOn<T>(now: number, whose: Accounts, read: () => Promise<T>): Promise<T> {
    leftOut.change();
    const result = await room.horizons.lift(whose, read);
    readAt = now;
    return result;
  }

  function findWanted(now: number): Accounts | null {
    if (room.horizons.isEmpty()) return null;
    if (room.hasRoom()) return now - readAt >= fillAfter ? all : null;
    return now - readAt >= shareAfter ? room.findPoor() : null;
  }

  return {
    isFull: () => !room.horizons.isEmpty(),
    read: rows.read,
    meet: room.meet,
    admit: room.admit,
    renew(now, load) {
      rows.renew();
      leftOut.renew();
      return readOn(now, all, load);
    },
    async settle(now, read) {
      const whose = findWanted(now);
      const from = whose && room.horizons.first(whose);
      // Also if the reading fails: it may have read a lot.
      if (whose) readAt = now;
      if (whose && from !== null) await readOn(now, whose, () => read(from));
      await leftOut.settle(room.horizons.first(), now);
      return from !== null;
    },
    fill: () => ({ events: events.count(), bytes: room.bytes(), budget, left_out: leftOut.count() }),
  };
}

/** Reports the first row of each load that can't be read: there may be thousands. */
function createRowReader(report: Parts["report"]) {
  let isReported = false;
  return {
    read(item: Item): EventCard | null {
      const event = readCard(item);
      if (!event && !isReported) report("a published event can't be read", { event_id: item.pk });
      isReported ||= !event;
      return event;
    },
    renew() {
      isReported = false;
    },
  };
}
