import type { EventCard } from "../event/event.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import type { IndexedEvents } from "./index-events.ts";
import { countListed, placeOf, readCard } from "./read-catalog.ts";

/** In megabytes; on a small heap half of its limit. */
export const usualCatalogMb = 256;

/** Sizes in bytes, estimated; `left_out` at most a minute old. */
export type Fill = { events: number; bytes: number; budget: number; left_out: number };

/** Above its budget a catalog is emptied to this part of it, and below the other one filled up again. */
const [shedTo, fillBelow] = [0.95, 0.9];
/** Counting reads every event that is left out, so not after each change; in seconds. */
const countedFor = 60;

export type BoundCatalog = {
  /** Whether there are events left out. */
  isFull(): boolean;
  /** Whether events at a place are left out. */
  isBeyond(place: string): boolean;
  /** Null, once reported, for a row that can't be read. */
  read(item: Item): EventCard | null;
  /** Adds or updates an event; whether it is in. Those begun last make room for it. */
  admit(event: EventCard): Promise<boolean>;
  /** Runs a load of everything: as if there was room for it. */
  renew<T>(load: () => Promise<T>): Promise<T>;
  /** Fills room that has become free, and counts what is left out; whether anything was read from there. */
  settle(now: number, read: (from: string) => Promise<unknown>): Promise<boolean>;
  fill(): Fill;
};

type Parts = {
  budget: number;
  yieldToEventLoop(): Promise<void>;
  report(message: string, details: Record<string, unknown>): void;
};

/** The events that fit: all that the index lists before `horizon`, the place of the first one left out. */
export function boundCatalog(table: Table, events: IndexedEvents, parts: Parts): BoundCatalog {
  const { budget, yieldToEventLoop, report } = parts;
  let horizon: string | null = null;
  const rows = createRowReader(report);
  const leftOut = countLeftOut(table);

  const isBeyond = (place: string): boolean => horizon !== null && place >= horizon;

  async function leaveOut(event: EventCard): Promise<void> {
    leftOut.change();
    events.drop(event.event_id);
    await yieldToEventLoop();
  }

  /** Reads on from a horizon, which comes back if that fails. */
  async function readOn<T>(read: () => Promise<T>): Promise<T> {
    const before = horizon;
    horizon = null;
    leftOut.change();
    try {
      return await read();
    } catch (error) {
      if (before !== null && !isBeyond(before)) horizon = before;
      throw error;
    }
  }

  return {
    isFull: () => horizon !== null,
    isBeyond,
    read: rows.read,
    async admit(event) {
      const place = placeOf(event);
      if (isBeyond(place)) await leaveOut(event);
      else events.set(event);
      if (events.bytes() > budget) horizon = (await shed(events, shedTo * budget, leaveOut)) ?? horizon;
      return !isBeyond(place);
    },
    renew(load) {
      rows.renew();
      leftOut.renew();
      return readOn(load);
    },
    async settle(now, read) {
      const from = horizon;
      const hasRoom = from !== null && events.bytes() < fillBelow * budget;
      if (hasRoom) await readOn(() => read(from));
      await leftOut.settle(horizon, now);
      return hasRoom;
    },
    fill: () => ({ events: events.count(), bytes: events.bytes(), budget, left_out: leftOut.count() }),
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

function countLeftOut(table: Table) {
  let count = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let isCounted = true;
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
    async settle(horizon: string | null, now: number): Promise<void> {
      if (horizon !== null && (isCounted || now - countedAt < countedFor)) return;
      count = horizon === null ? 0 : await countListed(table, horizon);
      countedAt = horizon === null ? Number.NEGATIVE_INFINITY : now;
      isCounted = true;
    },
  };
}

/** Leaves out the latest events down to so many bytes; the place of the first of them. */
async function shed(
  events: IndexedEvents,
  most: number,
  leaveOut: (event: EventCard) => Promise<void>,
): Promise<string | null> {
  let horizon: string | null = null;
  for (const { place, event } of listLatestFirst(events)) {
    if (events.bytes() <= most) break;
    horizon = place;
    await leaveOut(event);
  }
  return horizon;
}

function listLatestFirst({ documents }: IndexedEvents): { place: string; event: EventCard }[] {
  const places = documents.flatMap((entry) => (entry ? { place: placeOf(entry.event), event: entry.event } : []));
  return places.sort((a, b) => (a.place < b.place ? 1 : -1));
}
