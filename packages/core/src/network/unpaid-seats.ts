import type { Background } from "../concurrency/background.ts";
import { type GroupCommit, groupCommit, type Pending } from "../concurrency/group-commit.ts";
import type { Rules } from "../config.ts";
import { EventlyError } from "../errors.ts";
import type { EventId, HoldingId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { EventSeats, paidFor, type Request } from "./event-seats.ts";
import { findNetworkOf } from "./find-network-of.ts";
import { keysOf, type Network } from "./network.ts";
import { shareEventSeats } from "./share-event-seats.ts";

/** A hold as far as its network is concerned; `hold_ttl` is its present end. */
export type NetworkHold = { event_id: EventId; hold_ttl: number; network?: Network | undefined; seats: number };

/** Seats that were paid for, at `paid_at` in epoch seconds. */
type PaidSeats = { event_id: EventId; holding_id: HoldingId; seats: number; paid_at: number };

/** An event as its limit depends on it; `seats_per_connection` is its organizer's. */
export type LimitedEvent = { event_id: EventId; seat_count: number; seats_per_connection: number | null };

export type Reservation = {
  /** The seats are held until `hold_ttl`. */
  keep(hold_ttl: number): void;
  /** Gives the seats back unless they were kept. */
  close(): void;
};

/**
 * How many seats each network holds without having paid, by event. It is counted in memory, never in the transaction of
 * a hold, and shared between processes: about once a second, and before a network near its limit gets more. So it costs
 * an ordinary hold nothing, and counts less where the table can't be reached.
 */
export type UnpaidSeats = {
  /** Throws NETWORK_LIMIT. Of concurrent requests none is overlooked in this process, and near the limit in none. */
  reserve(event: LimitedEvent, request: Request): Promise<Reservation>;
  /** The hold lasts until `hold_ttl` instead. */
  extend(hold: NetworkHold, hold_ttl: number): void;
  /** The hold ended before its time. */
  release(hold: NetworkHold): void;
  /** The hold was booked and paid for, at `paid_at` in epoch seconds. */
  pay(hold: NetworkHold, paid_at: number): void;
  /** Finds out whose seats they are, so that they raise no limit any more once they are cancelled. Throws UNAVAILABLE. */
  findPaid(seats: PaidSeats): Promise<{ cancel(): void }>;
  /** The seats that a network, given by its key, paid for in the last hour and didn't cancel, of all events. */
  countPaid(key: string): number;
  /** Hears from the other processes which of the seats that a network paid for were cancelled there. */
  hearPaid(network: Network): Promise<void>;
  /** Shares what this process counted with the others, and reads what they did. Throws UNAVAILABLE. */
  share(): Promise<void>;
};

/** After how many seconds a process that has not shared anything of an event asks the others first. */
const staleAfter = 2;

type Parts = { table: Table; clock: Clock; rules: Rules; process: string; background: Background };

/** An event's seats, which one request at a time shares. */
type Counted = { seats: EventSeats; share(): Promise<void> };

export function createUnpaidSeats({ table, clock, rules, process, background }: Parts): UnpaidSeats {
  const events = new Map<EventId, Counted>();

  function open(event_id: EventId): Counted {
    const known = events.get(event_id);
    if (known) return known;
    const seats = new EventSeats(rules.HOLD_SEATS_PER_NETWORK);
    const share = shareInTurn(() => shareEventSeats(table, event_id, { event: seats, process, now: clock() }));
    const opened = { seats, share };
    events.set(event_id, opened);
    return opened;
  }

  return {
    async reserve(event, request) {
      const { event_id } = event;
      const { seats, share } = open(event_id);
      seats.base = limitOf(rules, event);
      const reservation = reserve(seats, request, { now: clock(), ttl: rules.SEAT_HOLD_TTL });
      const isNearLimit = seats.isNearLimit(request.network, clock());
      if (!isNearLimit && clock() - seats.readAt < staleAfter) return reservation;
      // What the others hold is unknown while the table can't be reached: that stops nobody.
      const shared = share().catch(() => undefined);
      if (!isNearLimit) {
        background.run(shared);
        return reservation;
      }
      await shared;
      try {
        refuse(seats, { ...request, seats: 0 }, clock());
        return reservation;
      } catch (error) {
        reservation.close();
        throw error;
      }
    },
    ...createRecorder({ table, clock }, (event_id) => open(event_id).seats),
    ...createExchange(events, clock),
  };
}

/** What the processes hear of each other. */
function createExchange(
  events: Map<EventId, Counted>,
  clock: Clock,
): Pick<UnpaidSeats, "hearPaid" | "countPaid" | "share"> {
  return {
    async hearPaid(network) {
      for (const { seats, share } of events.values()) {
        const hasPaid = keysOf(network).some(({ key }) => seats.countPaid(key, clock()) > 0);
        // While the table can't be reached, what is known here counts.
        if (hasPaid && clock() - seats.readAt >= staleAfter) await share().catch(() => undefined);
      }
    },
    countPaid: (key) => [...events.values()].reduce((sum, { seats }) => sum + seats.countPaid(key, clock()), 0),
    async share() {
      const failures: unknown[] = [];
      // One after the other: the turns to the table are the sale's.
      for (const [event_id, { seats, share }] of events) {
        seats.prune(clock());
        if (seats.hasNews()) await share().catch((error) => failures.push(error));
        if (seats.isEmpty()) events.delete(event_id);
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Changes to what was held, of which none waits for the others. */
function createRecorder(
  { table, clock }: Pick<Parts, "table" | "clock">,
  open: (event_id: EventId) => EventSeats,
): Pick<UnpaidSeats, "extend" | "release" | "pay" | "findPaid"> {
  return {
    extend({ event_id, network, seats, hold_ttl }, until) {
      if (network && until > hold_ttl) open(event_id).add("unpaid", network, { seats, from: hold_ttl, until });
    },
    release({ event_id, network, seats, hold_ttl }) {
      if (network) open(event_id).add("unpaid", network, { seats: -seats, from: 0, until: hold_ttl });
    },
    pay({ event_id, network, seats, hold_ttl }, paid_at) {
      if (!network) return;
      const event = open(event_id);
      event.add("unpaid", network, { seats: -seats, from: 0, until: hold_ttl });
      event.add("paid", network, { seats, from: 0, until: countsUntil(paid_at) });
    },
    async findPaid({ event_id, holding_id, seats, paid_at }) {
      const until = countsUntil(paid_at);
      const network = until < clock() ? null : await findNetworkOf(table, holding_id);
      return {
        cancel() {
          if (network) open(event_id).add("paid", network, { seats: -seats, from: 0, until });
        },
      };
    },
  };
}

type Turn = Pending & { done: () => void };

/** Two writes of one item at once might arrive in the wrong order. */
function shareInTurn(share: () => Promise<void>): () => Promise<void> {
  const turns: GroupCommit<Turn> = groupCommit(async (waiting) => {
    await share();
    for (const { done } of waiting) done();
  });
  return () => new Promise((done, refuse) => turns.submit({ done, refuse }));
}

/** The same for a booking's date, which has milliseconds. */
const countsUntil = (paid_at: number): number => Math.floor(paid_at) + paidFor;

/** The unpaid seats that a near network which has paid nothing may have: as its event says, or as the settings do. */
export function limitOf(
  { HOLD_SEATS_PER_NETWORK, HOLD_PERCENT_PER_NETWORK }: Rules,
  { seat_count, seats_per_connection }: Omit<LimitedEvent, "event_id">,
): number {
  const usual = Math.max(HOLD_SEATS_PER_NETWORK, Math.floor((seat_count * HOLD_PERCENT_PER_NETWORK) / 100));
  return seats_per_connection ?? usual;
}

function refuse(event: EventSeats, request: Request, now: number): void {
  const end = event.refuses(request, now);
  if (end !== null) throw new EventlyError("NETWORK_LIMIT", { retry_after: Math.max(1, Math.ceil(end - now)) });
}

function reserve(event: EventSeats, request: Request, { now, ttl }: { now: number; ttl: number }): Reservation {
  refuse(event, request, now);
  const { network, seats } = request;
  const asked = { seats, from: 0, until: Math.ceil(now) + ttl };
  event.add("unpaid", network, asked);
  let isOpen = true;
  const close = () => {
    if (isOpen) event.add("unpaid", network, { ...asked, seats: -seats });
    isOpen = false;
  };
  return {
    keep(hold_ttl) {
      close();
      event.add("unpaid", network, { ...asked, until: hold_ttl });
    },
    close,
  };
}
