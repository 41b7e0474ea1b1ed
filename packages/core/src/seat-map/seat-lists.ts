import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Event } from "../event/event.ts";
import { Prewritten } from "../prewritten.ts";
import { isFree, toPublicSeat } from "../seat/seat.rules.ts";
import { type PublicSeat, type SeatState, stateLetters } from "../seat/seat.ts";
import type { Clock } from "../time.ts";
import { listPlaces } from "../venue/layout.rules.ts";
import type { IndexedLayout } from "../venue/layouts.ts";
import type { LiveSeat } from "./seat-maps.ts";

export type SeatFilter = { seat_type?: string | undefined; seat_state?: SeatState | undefined };

/** All seats of an event, as visible to the public. */
export type SeatList = Prewritten<{ items: PublicSeat[]; next_cursor: null }>;

/** The parts of an event that its list depends on. */
type Sale = Pick<Event, "event_id" | "layout_id" | "seat_type_prices" | "status">;

/** Lists of seats as JSON, built at most once a second per event, whatever the number of requests. */
export type SeatLists = { get(event: Sale, map: LiveSeats, filter: SeatFilter): SeatList };

type LiveSeats = { layout: IndexedLayout; seats: readonly LiveSeat[] };

/** A seat's JSON except its state and hold expiry; `seat_type` to filter by. */
type Piece = { head: string; middle: string; seat_type: string };

/** An event's seats as of `takenAt`, in epoch seconds. */
type Snapshot = {
  takenAt: number;
  sale: string;
  pieces: Piece[];
  states: SeatState[];
  ends: (number | null)[];
  tag: string;
  lists: Map<string, Uint8Array>;
};

const freshSeconds = 1;
/** For all events together: some 300 bytes each. */
const maxSeats = 200_000;

export function createSeatLists(clock: Clock): SeatLists {
  const snapshots = new LRUCache<string, Snapshot>({
    maxSize: maxSeats,
    sizeCalculation: ({ pieces }) => 1 + pieces.length,
  });

  function take(event: Sale, { layout, seats }: LiveSeats): Snapshot {
    const before = snapshots.get(event.event_id);
    const takenAt = clock();
    const sale = describeSale(event);
    const age = takenAt - (before?.takenAt ?? Number.NEGATIVE_INFINITY);
    if (before?.sale === sale && age >= 0 && age < freshSeconds) return before;
    const pieces = before?.sale === sale ? before.pieces : cutPieces(event, layout);
    // A draft's seats may not all be copied yet, and none can be held or sold.
    const known = event.status === "draft" ? pieces.map(() => available) : pieces.map((_, i) => seats[i] ?? available);
    const states = known.map((seat) => (isFree(seat, takenAt) ? "available" : seat.seat_state));
    const ends = known.map(({ hold_ttl }, i) => (states[i] === "held" ? hold_ttl : null));
    const snapshot = { takenAt, sale, pieces, states, ends, tag: tagOf(sale, states, ends), lists: new Map() };
    snapshots.set(event.event_id, snapshot);
    return snapshot;
  }

  return {
    get(event, map, filter) {
      return new ListedSeats(take(event, map), filter);
    },
  };
}

const available = { seat_state: "available", hold_ttl: null } as const;

class ListedSeats extends Prewritten<{ items: PublicSeat[]; next_cursor: null }> {
  readonly tag: string;
  readonly #snapshot: Snapshot;
  readonly #filter: SeatFilter;
  readonly #name: string;

  constructor(snapshot: Snapshot, filter: SeatFilter) {
    super();
    this.#snapshot = snapshot;
    this.#filter = filter;
    this.#name = JSON.stringify([filter.seat_type ?? null, filter.seat_state ?? null]);
    this.tag = createHash("sha1").update(snapshot.tag).update(this.#name).digest("base64url");
  }

  write(): Uint8Array {
    const { lists } = this.#snapshot;
    const written = lists.get(this.#name) ?? writeList(this.#snapshot, this.#filter);
    // A list filtered by an unknown type is too small to be worth caching.
    if (written.length > emptyList.length) lists.set(this.#name, written);
    return written;
  }
}

const emptyList = '{"items":[],"next_cursor":null}';

function writeList({ pieces, states, ends }: Snapshot, { seat_type, seat_state }: SeatFilter): Uint8Array {
  const items: string[] = [];
  for (const [i, { head, middle, seat_type: type }] of pieces.entries()) {
    const state = states[i] ?? "available";
    if ((seat_type ?? type) !== type || (seat_state ?? state) !== state) continue;
    items.push(`${head}${state}${middle}${ends[i] ?? null}}`);
  }
  return Buffer.from(`{"items":[${items.join(",")}],"next_cursor":null}`);
}

/** The inputs of the pieces: if one changes, the list changes even if no seat's state did. */
function describeSale({ event_id, layout_id, seat_type_prices, status }: Sale): string {
  return JSON.stringify([event_id, layout_id, seat_type_prices, status === "draft"]);
}

/** A free seat's JSON, split where its state and hold expiry are inserted. */
function cutPieces({ event_id, seat_type_prices }: Sale, { layout, types }: IndexedLayout): Piece[] {
  return listPlaces(layout).map((place, i) => {
    const seat_type = types[i] ?? "";
    const seat = { event_id, ...place, seat_type, price: seat_type_prices[seat_type] ?? 0, ...available };
    const json = JSON.stringify(toPublicSeat(seat, 0));
    const [state, end] = [json.lastIndexOf("available"), json.lastIndexOf("null}")];
    return { head: json.slice(0, state), middle: json.slice(state + "available".length, end), seat_type };
  });
}

/** Identical in every process that sees the same seats. */
function tagOf(sale: string, states: SeatState[], ends: (number | null)[]): string {
  const held = ends.flatMap((end, i) => (end === null ? [] : [`${i}:${end}`]));
  const letters = states.map((state) => stateLetters[state]).join("");
  return createHash("sha1")
    .update(`${sale}\n${letters}\n${held.join(",")}`)
    .digest("base64url");
}
