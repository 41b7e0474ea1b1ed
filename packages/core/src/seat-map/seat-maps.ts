import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import { singleFlight } from "../caching/single-flight.ts";
import type { EventId, LayoutId, SeatId } from "../ids.ts";
import type { IndexedLayout, Layouts } from "../layout/layouts.ts";
import { isFree } from "../seat/seat.rules.ts";
import { isSeatItem, seatsOf } from "../seat/seat.table.ts";
import { type EventSeat, type Line, type SeatMap, type SeatState, stateLetters } from "../seat/seat.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import type { FailedCondition, Item } from "../table/transact.ts";
import type { Clock } from "../time.ts";

/** The parts of a seat that a map holds; `price` is what it is held or booked at, if its event ever had other prices. */
export type LiveSeat = Pick<EventSeat, "seat_state" | "hold_ttl"> & { price?: number | undefined };

/**
 * This process's view of an event's seats, read or written at `readAt` or since; epoch seconds. Its layout is kept by
 * `Layouts` alone, within their size.
 */
type LiveMap = {
  layout_id: LayoutId;
  seats: LiveSeat[];
  hasPrices: boolean;
  readAt: number;
  refreshInterval: number;
};

type ShownMap = { layout: IndexedLayout; seats: readonly LiveSeat[] };
type MappedEvent = { event_id: EventId; layout_id: LayoutId; price_revision: number };

/**
 * Seat states for display: own writes at once, those of other processes within about a second. Only the hold's
 * transaction decides.
 */
export type SeatMaps = {
  get(event: MappedEvent): Promise<ShownMap>;
  /** Applies the writes of a successful transaction of this process. */
  note(event_id: EventId, lines: readonly NotedLine[], state: SeatState, hold_ttl: number | null): void;
  /** Applies the items that failed a transaction of this process. */
  correct(event_id: EventId, failedConditions: readonly FailedCondition[]): void;
};

type NotedLine = Pick<Line, "seat"> & { price?: number };

const maxRefreshInterval = 30;
const [mostMb, heapPart] = [128, 1 / 16];
/** Each takes some megabytes; as many as the turns to the table, so that a small hall waits no longer than it must. */
const mostAtOnce = 16;
/** Of a seat and of the map around them. */
const [seatBytes, mapBytes] = [80, 400];

/**
 * One shared Query per event and second, whatever the number of viewers; less often for venues where a Query takes
 * longer.
 */
export function createSeatMaps(
  table: Table,
  clock: Clock,
  layouts: Layouts,
  maxSize = heapShare(mostMb, heapPart),
): SeatMaps {
  const maps = new LRUCache<EventId, LiveMap>({ maxSize, sizeCalculation: bytesOf });
  /** Reads under way, with the writes made meanwhile: the read may be older. An event that moves has one a layout. */
  const reading = new Set<{ event_id: EventId; written: Map<SeatId, LiveSeat> }>();

  async function read(event_id: EventId, layout_id: LayoutId, hasPrices: boolean): Promise<ShownMap> {
    const layout = await layouts.get(layout_id);
    const began = clock();
    const written = new Map<SeatId, LiveSeat>();
    const own = { event_id, written };
    reading.add(own);
    const seats = await readSeats(table, event_id, layout, hasPrices).finally(() => reading.delete(own));
    for (const [seat, live] of written) setSeat(layout, seats, seat, live);
    const readAt = clock();
    maps.set(event_id, { layout_id, seats, hasPrices, readAt, refreshInterval: intervalAfter(readAt - began) });
    return { layout, seats };
  }

  function set(event_id: EventId, seat: SeatId, { seat_state, hold_ttl, price }: LiveSeat): void {
    for (const read of reading) if (read.event_id === event_id) read.written.set(seat, { seat_state, hold_ttl, price });
    const map = maps.peek(event_id);
    const layout = map && layouts.peek(map.layout_id);
    if (layout) setSeat(layout, map.seats, seat, { seat_state, hold_ttl, price });
    // Without its layout nobody knows which seat was written: the map is read anew.
    else maps.delete(event_id);
  }

  const readOnce = singleFlight((key: string) => {
    const [event_id, layout_id, hasPrices] = JSON.parse(key) as [EventId, LayoutId, boolean];
    return read(event_id, layout_id, hasPrices);
  }, mostAtOnce);

  return {
    async get({ event_id, layout_id, price_revision }) {
      const map = maps.get(event_id);
      const wantsPrices = price_revision > 0;
      const isCurrent = map?.layout_id === layout_id && (map.hasPrices || !wantsPrices);
      if (map && isCurrent && clock() - map.readAt < map.refreshInterval)
        return { layout: await layouts.get(layout_id), seats: map.seats };
      return readOnce(JSON.stringify([event_id, layout_id, wantsPrices]));
    },
    note(event_id, lines, seat_state, hold_ttl) {
      for (const { seat, price } of lines) set(event_id, seat, { seat_state, hold_ttl, price });
    },
    correct(event_id, failedConditions) {
      for (const { item } of failedConditions) if (item?.seat_state) set(event_id, item.sk as SeatId, item as LiveSeat);
    },
  };
}

const bytesOf = ({ seats }: LiveMap): number => mapBytes + seatBytes * seats.length;

/** The seats as stored, in the layout's order; one not stored yet is shown as taken. */
async function readSeats(
  table: Table,
  event_id: EventId,
  layout: IndexedLayout,
  hasPrices: boolean,
): Promise<LiveSeat[]> {
  const seats: LiveSeat[] = Array.from(layout.seats, () => ({ seat_state: "booked", hold_ttl: null }));
  const attributes = ["sk", "seat_state", "hold_ttl", ...(hasPrices ? ["price"] : [])];
  for await (const item of queryItems(table, { ...seatsOf(event_id), attributes }))
    if (isSeatItem(item)) setSeat(layout, seats, item.sk as SeatId, toLiveSeat(item));
  return seats;
}

/** Without its key, which takes as much memory again. */
const toLiveSeat = ({ seat_state, hold_ttl, price }: Item): LiveSeat =>
  ({ seat_state, hold_ttl, ...(price === undefined ? {} : { price }) }) as LiveSeat;

/** For how long a map is shown that took so long to read; in seconds. */
const intervalAfter = (seconds: number): number => Math.min(maxRefreshInterval, Math.max(1, 10 * seconds));

function setSeat({ indexOf }: IndexedLayout, seats: LiveSeat[], seat: SeatId, live: LiveSeat): void {
  const i = indexOf.get(seat);
  if (i !== undefined) seats[i] = live;
}

/** The map as sent at `now`: an expired hold appears as available. */
export function packSeatMap(
  event: { event_id: EventId; layout_id: LayoutId },
  seats: readonly LiveSeat[],
  now: number,
): SeatMap {
  const holds: SeatMap["holds"] = {};
  let states = "";
  for (const [i, seat] of seats.entries()) {
    const state = isFree(seat, now) ? "available" : seat.seat_state;
    states += stateLetters[state];
    if (state === "held" && seat.hold_ttl !== null) holds[i] = seat.hold_ttl;
  }
  return { event_id: event.event_id, layout_id: event.layout_id, states, holds, server_now: now };
}
