import { isFree } from "../seat/seat.rules.ts";
import { isSeatItem, seatsOf } from "../seat/seat.table.ts";
import { type EventSeat, type SeatMap, type SeatState, stateLetters } from "../seat/seat.ts";
import { singleFlight } from "../single-flight.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import type { FailedCondition } from "../table/transact.ts";
import type { Clock } from "../time.ts";
import type { IndexedLayout, Layouts } from "../venue/layouts.ts";

type Known = Pick<EventSeat, "seat_state" | "hold_ttl">;

/** What this process knows of an event's seats, as read or written at `readAt` or since; epoch seconds. */
type LiveMap = { layout: IndexedLayout; seats: Known[]; readAt: number; restFor: number };

/** Seats for the eye: own writes at once, others' within about a second. The hold's transaction alone decides. */
export type SeatMaps = {
  get(event: { event_id: string; layout_id: string }): Promise<{ layout: IndexedLayout; seats: readonly Known[] }>;
  /** Notes what a transaction of this process wrote. */
  note(event_id: string, seats: readonly string[], state: SeatState, hold_ttl: number | null): void;
  /** Notes what stood in the way of a transaction of this process. */
  correct(event_id: string, failedConditions: readonly FailedCondition[]): void;
};

const longestRest = 30;
const mostMaps = 500;

/** One shared Query an event and second, however many watch; longer apart where a hall is so large that a Query takes longer. */
export function createSeatMaps(table: Table, clock: Clock, layouts: Layouts): SeatMaps {
  const maps = new Map<string, LiveMap>();
  /** What was written while an event's seats are being read: the reading may be older. */
  const meanwhile = new Map<string, Map<string, Known>>();

  async function read(event_id: string, layout_id: string): Promise<LiveMap> {
    const layout = await layouts.get(layout_id);
    const began = clock();
    const written = new Map<string, Known>();
    meanwhile.set(event_id, written);
    const seats: Known[] = Array.from(layout.seats, () => ({ seat_state: "booked", hold_ttl: null }));
    const put = (seat: string, known: Known): void => {
      const i = layout.indexOf.get(seat);
      if (i !== undefined) seats[i] = known;
    };
    const attributes = ["sk", "seat_state", "hold_ttl"];
    try {
      for await (const item of queryItems(table, { ...seatsOf(event_id), attributes }))
        if (isSeatItem(item)) put(String(item.sk), item as Known);
    } finally {
      meanwhile.delete(event_id);
    }
    for (const [seat, known] of written) put(seat, known);
    const readAt = clock();
    const restFor = Math.min(longestRest, Math.max(1, 10 * (readAt - began)));
    const map: LiveMap = { layout, seats, readAt, restFor };
    if (maps.size >= mostMaps) maps.clear();
    maps.set(event_id, map);
    return map;
  }

  function set(event_id: string, seat: string, { seat_state, hold_ttl }: Known): void {
    meanwhile.get(event_id)?.set(seat, { seat_state, hold_ttl });
    const map = maps.get(event_id);
    const i = map?.layout.indexOf.get(seat);
    if (map && i !== undefined) map.seats[i] = { seat_state, hold_ttl };
  }

  const readOnce = singleFlight((key) => {
    const [event_id = "", layout_id = ""] = key.split(" ");
    return read(event_id, layout_id);
  });

  return {
    async get({ event_id, layout_id }) {
      const map = maps.get(event_id);
      if (map && clock() - map.readAt < map.restFor) return map;
      return readOnce(`${event_id} ${layout_id}`);
    },
    note(event_id, seats, seat_state, hold_ttl) {
      for (const seat of seats) set(event_id, seat, { seat_state, hold_ttl });
    },
    correct(event_id, failedConditions) {
      for (const { item } of failedConditions) if (item?.seat_state) set(event_id, String(item.sk), item as Known);
    },
  };
}

/** The map as it travels at `now`: an expired hold reads available. */
export function packSeatMap(
  event: { event_id: string; layout_id: string },
  seats: readonly Known[],
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
