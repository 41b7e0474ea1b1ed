import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { heapShare } from "../caching/heap-share.ts";
import type { Event } from "../event/event.ts";
import { listLayoutSeats } from "../layout/layout.rules.ts";
import type { IndexedLayout } from "../layout/layouts.ts";
import { isFree } from "../seat/seat.rules.ts";
import { type PublicSeat, type SeatState, stateLetters } from "../seat/seat.ts";
import { bytesOfText } from "../text/bytes-of-text.ts";
import { Prewritten } from "../text/prewritten.ts";
import type { Clock } from "../time.ts";
import type { LiveSeat } from "./seat-maps.ts";

export type SeatFilter = { seat_type?: string | undefined; seat_state?: SeatState | undefined };

/** All seats of an event, as visible to the public. */
export type SeatList = Prewritten<{ items: PublicSeat[]; next_cursor: null }>;

/** The parts of an event that its list depends on. */
type Sale = Pick<Event, "event_id" | "layout_id" | "seat_type_prices" | "status">;

/** Lists of seats as JSON, built at most once a second per event, whatever the number of requests. */
export type SeatLists = { get(event: Sale, map: LiveSeats, filter: SeatFilter): SeatList };

type LiveSeats = { layout: IndexedLayout; seats: readonly LiveSeat[] };

/**
 * The JSON of an available seat at its event's `price`, with the offsets of price, state and hold expiry; `seat_type` to
 * filter by, composed as typed ones are.
 */
type Piece = { json: string; price: number; priceAt: number; stateAt: number; endAt: number; seat_type: string };

/** An event's seats as of `takenAt`, in epoch seconds. */
type Snapshot = {
  takenAt: number;
  sale: string;
  pieces: Piece[];
  /** The estimated size of `pieces`. */
  bytes: number;
  /** One letter a seat, as on the map. */
  letters: Buffer;
  /** When the hold of a held seat ends, by the seat's index; epoch seconds. */
  ends: Map<number, number>;
  /** What a held or booked seat costs, by its index, where that is not its event's price. */
  prices: Map<number, number>;
  tag: string;
  lists: Map<string, Uint8Array>;
};

type States = Pick<Snapshot, "letters" | "ends" | "prices">;

const freshSeconds = 1;
const [mostMb, heapPart] = [150, 1 / 16];
/** Of an event, and of a seat without its JSON. */
const [eventBytes, pieceBytes] = [1_000, 110];

export function createSeatLists(clock: Clock, maxSize = heapShare(mostMb, heapPart)): SeatLists {
  const snapshots = new LRUCache<string, Snapshot>({
    maxSize,
    sizeCalculation: bytesOf,
  });

  /** Counts a list that was written since. */
  function recount(event_id: string): void {
    const snapshot = snapshots.peek(event_id);
    if (snapshot) snapshots.set(event_id, snapshot);
  }

  function take(event: Sale, { layout, seats }: LiveSeats): Snapshot {
    const before = snapshots.get(event.event_id);
    const takenAt = clock();
    const sale = describeSale(event);
    const age = takenAt - (before?.takenAt ?? Number.NEGATIVE_INFINITY);
    if (before?.sale === sale && age >= 0 && age < freshSeconds) return before;
    const { pieces, bytes } = before?.sale === sale ? before : makePieces(event, layout);
    const states = readStates(event.status === "draft" ? [] : seats, pieces, takenAt);
    const isSame = before?.sale === sale && areSameStates(states, before);
    const written = isSame ? before : { tag: tagOf(sale, states), lists: new Map<string, Uint8Array>() };
    const snapshot = { ...written, takenAt, sale, pieces, bytes, ...states };
    snapshots.set(event.event_id, snapshot);
    return snapshot;
  }

  return {
    get(event, map, filter) {
      return new ListedSeats(take(event, map), filter, () => recount(event.event_id));
    },
  };
}

const available = { seat_state: "available", hold_ttl: null } as const;
const states: readonly SeatState[] = ["available", "held", "booked", "blocked"];
const codes = Object.fromEntries(states.map((state) => [state, stateLetters[state].charCodeAt(0)]));
const stateOf = new Map(states.map((state) => [codes[state], state]));

/** Of a draft some seats may still have to be copied, and none can be held or sold: what is not in `seats` is available. */
function readStates(seats: readonly LiveSeat[], pieces: readonly Piece[], now: number): States {
  const letters = Buffer.alloc(pieces.length, codes.available);
  const ends = new Map<number, number>();
  const prices = new Map<number, number>();
  for (let i = 0; i < pieces.length; i++) {
    const seat = seats[i];
    if (seat === undefined || isFree(seat, now)) continue;
    letters[i] = codes[seat.seat_state] ?? 0;
    if (seat.hold_ttl !== null) ends.set(i, seat.hold_ttl);
    const own = seat.seat_state === "blocked" ? undefined : seat.price;
    if (own !== undefined && own !== pieces[i]?.price) prices.set(i, own);
  }
  return { letters, ends, prices };
}

class ListedSeats extends Prewritten<{ items: PublicSeat[]; next_cursor: null }> {
  readonly tag: string;
  readonly #snapshot: Snapshot;
  readonly #filter: SeatFilter;
  readonly #name: string;
  readonly #onKept: () => void;

  constructor(snapshot: Snapshot, filter: SeatFilter, onKept: () => void) {
    super();
    this.#onKept = onKept;
    this.#snapshot = snapshot;
    this.#filter = filter;
    this.#name = JSON.stringify([filter.seat_type ?? null, filter.seat_state ?? null]);
    this.tag = createHash("sha1").update(snapshot.tag).update(this.#name).digest("base64url");
  }

  write(): Uint8Array {
    const { lists } = this.#snapshot;
    const known = lists.get(this.#name);
    if (known) return known;
    const written = writeList(this.#snapshot, this.#filter);
    // A list filtered by an unknown type is too small to be worth caching.
    if (written.length > emptyList.length) {
      lists.set(this.#name, written);
      this.#onKept();
    }
    return written;
  }
}

const emptyList = '{"items":[],"next_cursor":null}';

const areSameStates = (a: States, b: States): boolean =>
  a.letters.equals(b.letters) && areSame(a.ends, b.ends) && areSame(a.prices, b.prices);

function areSame(a: Map<number, number>, b: Map<number, number>): boolean {
  return a.size === b.size && [...a].every(([seat, end]) => b.get(seat) === end);
}

function writeList({ pieces, letters, ends, prices }: Snapshot, { seat_type, seat_state }: SeatFilter): Uint8Array {
  const items: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    const state = stateOf.get(letters[i]) ?? "available";
    if ((seat_type ?? piece.seat_type) !== piece.seat_type || (seat_state ?? state) !== state) continue;
    items.push(state === "available" ? piece.json : fillIn(piece, state, ends.get(i) ?? null, prices.get(i)));
  }
  return Buffer.from(`{"items":[${items.join(",")}],"next_cursor":null}`);
}

function fillIn(piece: Piece, state: SeatState, end: number | null, own = piece.price): string {
  const { json, price, priceAt, stateAt, endAt } = piece;
  const upToState =
    own === price
      ? json.slice(0, stateAt)
      : `${json.slice(0, priceAt)}${own}${json.slice(priceAt + String(price).length, stateAt)}`;
  return `${upToState}${state}${json.slice(stateAt + "available".length, endAt)}${end}}`;
}

/**
 * The inputs of the pieces: if one changes, the list changes even if no seat's state did. The table returns a map's
 * entries in any order.
 */
function describeSale({ event_id, layout_id, seat_type_prices, status }: Sale): string {
  const prices = Object.entries(seat_type_prices).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([event_id, layout_id, prices, status === "draft"]);
}

function bytesOf({ bytes, lists }: Snapshot): number {
  return [...lists.values()].reduce((sum, list) => sum + list.length, eventBytes + bytes);
}

function makePieces(sale: Sale, layout: IndexedLayout): Pick<Snapshot, "pieces" | "bytes"> {
  const pieces = writePieces(sale, layout);
  return { pieces, bytes: pieces.reduce((sum, { json }) => sum + pieceBytes + bytesOfText(json), 0) };
}

function writePieces({ event_id, seat_type_prices }: Sale, { layout, types }: IndexedLayout): Piece[] {
  return listLayoutSeats(layout).map((place, i) => {
    const seat_type = types[i] ?? "";
    const price = seat_type_prices[seat_type] ?? 0;
    // Price, state and expiry last: typed text before them may contain the same words.
    const seat: PublicSeat = { event_id, ...place, seat_type, price, ...available };
    const json = JSON.stringify(seat);
    return {
      json,
      price,
      priceAt: json.lastIndexOf('"price":') + '"price":'.length,
      stateAt: json.lastIndexOf("available"),
      endAt: json.lastIndexOf("null}"),
      seat_type: seat_type.normalize("NFC"),
    };
  });
}

/** Identical in every process that sees the same seats. */
function tagOf(sale: string, { letters, ends, prices }: States): string {
  const parts = [sale, letters, [...ends].join(), [...prices].join()];
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("base64url");
}
