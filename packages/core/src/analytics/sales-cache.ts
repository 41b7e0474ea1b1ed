import type { Invoice } from "../booking/booking.ts";
import { isSale } from "../booking/invoice.rules.ts";
import { type Refundable, refundedOf, refundsOf } from "../booking/refunds.rules.ts";
import { heapShare } from "../caching/heap-share.ts";
import { createTtlCache } from "../caching/ttl-cache.ts";
import { type CountedEvent, listOwnEventIds, readEvents } from "../event/list-own-events.ts";
import type { EventId, OwnerId, SeatId, UserId } from "../ids.ts";
import { bookingsOf, isSeatItem, seatsOf } from "../seat/seat.table.ts";
import type { EventSeat } from "../seat/seat.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";
import type { Clock } from "../time.ts";
import type { Contact } from "../user/user.ts";

/** The parts of a booking that analytics uses: amounts in the minor unit, `cancelled_at` null until it is cancelled. */
export type Sold = {
  user_id: UserId;
  /** Absent in bookings of the version before. */
  buyer?: Contact;
  booking_date: string;
  seats: SeatId[];
  total: number;
  cancelled_at: string | null;
  refunded: number;
  /** Each refund, oldest first, with how many seats it gave back while others were kept. */
  refunds: { at: string; amount: number; seats: number }[];
  /** How many of them are counted: the version before counted none. */
  refunds_counted: number;
  /** How often its seats were changed; absent if never. */
  changes?: number;
  /** Since when it has the seats that it was moved to; absent if none. */
  since?: Record<string, string>;
  /** Absent unless it was reserved on invoice. */
  invoice?: Invoice;
};

/** The parts of a seat that analytics uses; its position and type are in the layout. */
type SeatRecord = Pick<EventSeat, "seat_pos" | "seat_state" | "hold_ttl" | "price" | "times_held" | "times_booked">;

/** An event with sales; `changes` is the number of bookings, reservations, ends of both, refunds and changes of seats counted. */
type SoldEvent = { event_id: EventId; tags: string[]; artists: string[]; changes: number };

/** Cached records of events, for analytics only: no decision depends on them. */
export type SalesCache = {
  /** All bookings of an event, oldest first; read again once `changes` exceeds the number of changes cached. */
  sales(event_id: EventId, changes: number): Promise<readonly Sold[]>;
  /** All seats of an event with their counters, unordered. */
  seats(event_id: EventId): Promise<readonly SeatRecord[]>;
  /**
   * An owner's events with sales, newest first, at most 30 s old. Limited to 300 events and to 50,000 changes in
   * total.
   */
  events(owner_id: OwnerId): Promise<readonly SoldEvent[]>;
};

/** Megabytes at most, and the part of a small heap. */
const [salesMb, salesPart] = [128, 1 / 16];
const [seatsMb, seatsPart] = [64, 1 / 32];
const [ownersMb, ownersPart] = [16, 1 / 64];
/** Of a list with its key; of what is in it, without texts. */
const listBytes = 400;
const [saleBytes, soldSeatBytes, seatBytes, eventBytes] = [250, 35, 200, 400];
const mostEvents = 300;
/** Of a seat that a booking was moved to: its key and the instant. */
const sinceBytes = 120;
const refundBytes = 120;
/** How long a buyer who was deleted, or corrected their contact, is known here by the former one, in seconds. */
const buyersKept = 600;
/** Far below what the cache holds on a large heap, so that one organizer's sales can't evict each other. */
const mostChanges = 50_000;

export function createSalesCache(table: Table, clock: Clock): SalesCache {
  const sales = createTtlCache(clock, (event_id: EventId) => readSales(table, event_id), {
    maxSize: heapShare(salesMb, salesPart),
    sizeOf: (list) => listBytes + sum(list.map(bytesOfSale)),
    longestUse: buyersKept,
  });
  const seats = createTtlCache(clock, (event_id: EventId) => readSeats(table, event_id), {
    maxSize: heapShare(seatsMb, seatsPart),
    sizeOf: (list) => listBytes + seatBytes * list.length,
  });
  const events = createTtlCache(clock, (owner_id: OwnerId) => readSoldEvents(table, owner_id), {
    maxSize: heapShare(ownersMb, ownersPart),
    sizeOf: (list) => listBytes + sum(list.map(bytesOfEvent)),
    minRefreshInterval: 30,
  });
  return {
    sales: (event_id, changes) => sales.get(event_id, (list) => countChanges(list) >= changes),
    seats: (event_id) => seats.get(event_id),
    events: (owner_id) => events.get(owner_id),
  };
}

const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);

const bytesOfSale = ({ buyer, seats, since = {}, refunds }: Sold): number =>
  saleBytes +
  refundBytes * refunds.length +
  soldSeatBytes * seats.length +
  sinceBytes * Object.keys(since).length +
  bytesOfText(buyer?.name ?? "") +
  bytesOfText(buyer?.email ?? "");

const bytesOfEvent = ({ tags, artists }: SoldEvent): number => eventBytes + bytesOfText([...tags, ...artists].join(""));

/** Counts what was read, not what was counted before: a Query may lag behind. */
const countChanges = (sales: readonly Sold[]): number => sum(sales.map(changesOf));

/** Made, reserved before that or instead, ended, changed and refunded. */
function changesOf({ cancelled_at, changes = 0, invoice, refunds_counted }: Sold): number {
  const made = Number(isSale({ invoice })) + Number(invoice !== undefined);
  return made + Number(cancelled_at !== null) + changes + refunds_counted;
}

const saleAttributes = [
  "user_id",
  "buyer",
  "booking_date",
  "seats",
  "total",
  "cancelled_at",
  "refund",
  "refunds",
  "refunded",
  "changes",
  "since",
  "invoice",
];

async function readSales(table: Table, event_id: EventId): Promise<Sold[]> {
  const sales: Sold[] = [];
  for await (const item of queryItems(table, { ...bookingsOf(event_id), attributes: saleAttributes }))
    sales.push(toSold(item));
  return sales;
}

/** Which refunds there were and when does not hang on their names, so the attributes that name them are not read. */
function toSold({ refund, refunds: stored, refunded: stated, ...item }: Item): Sold {
  const sold = item as Omit<Sold, "refunded" | "refunds" | "refunds_counted">;
  const booking = { ...sold, refund, refunds: stored, refunded: stated } as unknown as Refundable;
  const refunds = refundsOf(booking).map(({ at, amount, seats }) => {
    return { at, amount, seats: at === sold.cancelled_at ? 0 : seats.length };
  });
  return { ...sold, refunded: refundedOf(booking), refunds, refunds_counted: booking.refunds?.length ?? 0 };
}

const seatAttributes = ["sk", "seat_state", "hold_ttl", "price", "times_held", "times_booked"];

async function readSeats(table: Table, event_id: EventId): Promise<SeatRecord[]> {
  const seats: SeatRecord[] = [];
  for await (const item of queryItems(table, { ...seatsOf(event_id), attributes: seatAttributes }))
    if (isSeatItem(item)) seats.push(toSeatRecord(item));
  return seats;
}

/** Counters are absent from the item until their first increment. */
function toSeatRecord({ sk, ...item }: Item): SeatRecord {
  const counters = { times_held: 0, times_booked: 0 };
  return { ...counters, ...(item as Omit<SeatRecord, "seat_pos">), seat_pos: sk as SeatRecord["seat_pos"] };
}

async function readSoldEvents(table: Table, owner_id: OwnerId): Promise<SoldEvent[]> {
  const ids = await listOwnEventIds(table, [owner_id]);
  const sold: SoldEvent[] = [];
  for (let from = 0; from < ids.length && sold.length < mostEvents; from += mostEvents) {
    const events = await readEvents(table, ids.slice(from, from + mostEvents));
    sold.push(...events.map(toSoldEvent).filter(({ changes }) => changes > 0));
  }
  return takeNewest(sold.slice(0, mostEvents));
}

function takeNewest(sold: SoldEvent[]): SoldEvent[] {
  const taken: SoldEvent[] = [];
  let left = mostChanges;
  for (const event of sold) {
    left -= event.changes;
    if (left < 0) break;
    taken.push(event);
  }
  return taken;
}

function toSoldEvent({ event: { event_id, tags, artists }, item }: CountedEvent): SoldEvent {
  const booked = [item.total_bookings, item.total_cancellations, item.booking_changes, item.refunds];
  const counted = [...booked, item.reservations, item.reservations_lapsed];
  const changes = sum(counted.map((count) => Number(count ?? 0)));
  return { event_id, tags, artists, changes };
}
