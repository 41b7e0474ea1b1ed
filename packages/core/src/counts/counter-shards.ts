import { type Key, keys } from "../table/keys.ts";
import { takeTurns } from "../table/limit-concurrency.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { foldEventLanes } from "./roll-up-shards.ts";

/** Where this process counts what it sells, and what of it EVENT does not have yet. */
export type Lanes = {
  /** Runs `write` with a lane of the event that no other write of this process has meanwhile. */
  borrow<T>(event_id: string, write: (lane: Key) => Promise<T>): Promise<T>;
  /** The lane where this process counts the holds that it was asked for; never lent out. */
  ofHolds(event_id: string): Key;
  /** Asks the next fold to look at the lanes of an event. */
  look(event_id: string): void;
  /** Brings EVENT of each event that was sold since the last fold up to date. Throws UNAVAILABLE; nothing is lost by it. */
  fold(): Promise<void>;
};

/** As many as a process has requests under way: more would only wait there. */
const mostLent = 16;

type Lane = { key: Key; round: number };
type EventLanes = {
  inTurn: ReturnType<typeof takeTurns>;
  free: Lane[];
  /** Lent out over a whole fold: put aside until the next one has them, however great the rush. */
  resting: Lane[];
  made: number;
  round: number;
};

/** `process` is a name that no other process has. */
export function createLanes(table: Table, clock: Clock, process: string): Lanes {
  const events = new Map<string, EventLanes>();
  const changed = new Set<string>();

  const ofHolds = (event_id: string): Key => keys.lane(event_id, `${process}-holds`);

  function lanesOf(event_id: string): EventLanes {
    const known = events.get(event_id);
    if (known) return known;
    const fresh = { inTurn: takeTurns(mostLent), free: [], resting: [], made: 0, round: 0 };
    events.set(event_id, fresh);
    return fresh;
  }

  async function foldEvent(event_id: string): Promise<void> {
    const lanes = lanesOf(event_id);
    lanes.round++;
    const idle = [...lanes.free.splice(0), ...lanes.resting.splice(0)];
    const own = new Set([ofHolds(event_id), ...idle.map(({ key }) => key)].map(({ sk }) => sk));
    try {
      if (!(await foldEventLanes(table, event_id, { own, now: clock() }))) changed.add(event_id);
    } catch (error) {
      changed.add(event_id);
      throw error;
    } finally {
      lanes.free.push(...idle);
    }
  }

  return {
    borrow(event_id, write) {
      const lanes = lanesOf(event_id);
      return lanes.inTurn(async () => {
        const lane = lanes.free.pop() ?? { key: keys.lane(event_id, `${process}-${++lanes.made}`), round: 0 };
        lane.round = lanes.round;
        try {
          return await write(lane.key);
        } finally {
          (lane.round === lanes.round ? lanes.free : lanes.resting).push(lane);
          changed.add(event_id);
        }
      });
    },
    ofHolds,
    look: (event_id) => void changed.add(event_id),
    async fold() {
      const looked = [...changed];
      changed.clear();
      const outcomes = await Promise.allSettled(looked.map(foldEvent));
      for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    },
  };
}
