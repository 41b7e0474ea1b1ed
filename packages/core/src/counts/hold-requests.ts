import { groupCommit } from "../concurrency/group-commit.ts";
import type { EventId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import { updateItem } from "../table/update-item.ts";
import type { Clock } from "../time.ts";
import type { CounterShards } from "./counter-shards.ts";
import { addHoldRequests, type HoldBatch } from "./counts.table.ts";

/** Counts hold requests: those that succeeded and those that met taken seats. */
export type HoldRequests = {
  /**
   * Resolves once the request is counted in the table, or is queued for a retry because the engine did not respond;
   * never rejects.
   */
  count(event_id: EventId, outcome: { won: boolean }): Promise<void>;
  /** Retries the batches that got no response. */
  resend(): Promise<void>;
};

/** Far shorter than the time after which the counter shard of an unacknowledged batch may be removed, in seconds. */
const giveUpAfter = 600;

type Request = { holds: number; won: number; done: () => void; refuse: () => void };
type EventHolds = {
  submit(request: Request): void;
  /** Requests that are not settled yet. */
  open: number;
  waiting: { hold_attempts: number; holds_placed: number };
  /** Sent without a response: retried unchanged before anything newer. */
  unanswered: HoldBatch | null;
  sentAt: number;
};

type Parts = {
  table: Table;
  clock: Clock;
  shards: CounterShards;
  report: (error: unknown) => void;
  /** Minimum time between two writes for an event: at most 20 a second. */
  pauseMs?: number;
};

export function createHoldRequests({ table, clock, shards, report, pauseMs = 50 }: Parts): HoldRequests {
  /** Those with something to count, and until the next `resend`. */
  const events = new Map<EventId, EventHolds>();
  /** Ascending for each event, also after it was forgotten meanwhile. */
  let sequence = 0;

  function open(event_id: EventId): EventHolds {
    const holds: EventHolds = {
      ...groupCommit<Request>((requests) => take(event_id, holds, requests)),
      ...{ waiting: nothing(), unanswered: null, open: 0, sentAt: Number.NEGATIVE_INFINITY },
    };
    events.set(event_id, holds);
    return holds;
  }

  async function take(event_id: EventId, holds: EventHolds, requests: Request[]): Promise<void> {
    addUp(holds, requests);
    await flush(event_id, holds).catch(report);
    for (const { done } of requests) done();
  }

  async function flush(event_id: EventId, holds: EventHolds): Promise<void> {
    while (isUnsettled(holds)) {
      holds.unanswered ??= seal(holds, ++sequence, clock());
      const batch = holds.unanswered;
      if (clock() - batch.requested_at > giveUpAfter) giveUp(event_id, holds, batch);
      await until(holds.sentAt + pauseMs);
      holds.sentAt = performance.now();
      shards.markChanged(event_id);
      await updateItem(table, addHoldRequests(shards.holdShard(event_id), batch, clock()));
      holds.unanswered = null;
    }
  }

  async function submit(event_id: EventId, holds: number, won: number): Promise<void> {
    const event = events.get(event_id) ?? open(event_id);
    event.open++;
    await new Promise<void>((done) => event.submit({ holds, won, done, refuse: done }));
    event.open--;
  }

  return {
    count: (event_id, { won }) => submit(event_id, 1, won ? 1 : 0),
    async resend() {
      const unsettled = [...events].filter(([, holds]) => isUnsettled(holds));
      for (const [event_id, holds] of events) if (isIdle(holds, pauseMs)) events.delete(event_id);
      await Promise.all(unsettled.map(([event_id]) => submit(event_id, 0, 0)));
    },
  };
}

const nothing = () => ({ hold_attempts: 0, holds_placed: 0 });

const isUnsettled = ({ unanswered, waiting }: EventHolds): boolean => unanswered !== null || waiting.hold_attempts > 0;

const isIdle = (holds: EventHolds, pauseMs: number): boolean =>
  holds.open === 0 && !isUnsettled(holds) && performance.now() - holds.sentAt >= pauseMs;

function addUp({ waiting }: EventHolds, requests: Request[]): void {
  for (const { holds, won } of requests) {
    waiting.hold_attempts += holds;
    waiting.holds_placed += won;
  }
}

function seal(holds: EventHolds, sequence: number, now: number): HoldBatch {
  const batch = { ...holds.waiting, sequence, requested_at: Math.ceil(now) };
  holds.waiting = nothing();
  return batch;
}

function giveUp(event_id: EventId, holds: EventHolds, { hold_attempts }: HoldBatch): never {
  holds.unanswered = null;
  throw new Error(`${hold_attempts} holds of ${event_id} were not counted, or counted without an answer`);
}

async function until(moment: number): Promise<void> {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
}
