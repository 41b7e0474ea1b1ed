import type { Background } from "../background.ts";
import type { Rules } from "../config.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import type { Table } from "../table/table.ts";
import type { Clock } from "../time.ts";
import { EventSeats } from "./event-seats.ts";
import type { Network } from "./network.ts";
import { readEventSeats, shareEventSeats } from "./share-event-seats.ts";

/** A hold as far as its network is concerned; `hold_ttl` is its present end. */
export type NetworkHold = { event_id: EventId; hold_ttl: number; network?: Network | undefined; seats: number };

type Request = { network: Network; seats: number; isExempt?: boolean };

export type Reservation = {
  /** The seats are held until `hold_ttl`. */
  keep(hold_ttl: number): void;
  /** Gives the seats back unless they were kept. */
  close(): void;
};

/**
 * How many seats each network holds without having paid, by event. It is counted in memory, never in the transaction of
 * a hold, and shared between processes about once a second; so it costs a sale nothing, allows for what other processes
 * did in that second, and counts less where the table can't be reached.
 */
export type UnpaidSeats = {
  /** Throws NETWORK_LIMIT, unless the caller `isExempt`. Of concurrent requests none is overlooked in this process. */
  reserve(event: { event_id: EventId; seat_count: number }, request: Request): Reservation;
  /** The hold lasts until `hold_ttl` instead. */
  extend(hold: NetworkHold, hold_ttl: number): void;
  /** The hold ended before its time. */
  release(hold: NetworkHold): void;
  /** The hold was booked and paid for. */
  pay(hold: NetworkHold): void;
  /** Shares what this process counted with the others, and reads what they did. Throws UNAVAILABLE. */
  share(): Promise<void>;
};

/** For how long a paid seat raises its network's limit, in seconds. */
const paidFor = 900;

/** After how many seconds a process that has not shared anything of an event asks the others first. */
const staleAfter = 2;

type Parts = { table: Table; clock: Clock; rules: Rules; process: string; background: Background };

export function createUnpaidSeats({ table, clock, rules, process, background }: Parts): UnpaidSeats {
  const events = new Map<EventId, EventSeats>();

  function open(event_id: EventId): EventSeats {
    const known = events.get(event_id) ?? new EventSeats(rules.HOLD_SEATS_PER_NETWORK);
    events.set(event_id, known);
    return known;
  }

  /** Nobody waits for it: the hold at hand is decided by what is known. */
  function refresh(event_id: EventId, event: EventSeats): void {
    const now = clock();
    if (now - event.readAt < staleAfter) return;
    background.run(readEventSeats(table, event_id, { event, process, now }).catch(() => undefined));
  }

  return {
    reserve({ event_id, seat_count }, request) {
      const event = open(event_id);
      refresh(event_id, event);
      event.base = limitOf(rules, seat_count);
      return reserve(event, request, { now: clock(), ttl: rules.SEAT_HOLD_TTL });
    },
    extend({ event_id, network, seats, hold_ttl }, until) {
      if (network && until > hold_ttl) open(event_id).add("unpaid", network, { seats, from: hold_ttl, until });
    },
    release({ event_id, network, seats, hold_ttl }) {
      if (network) open(event_id).add("unpaid", network, { seats: -seats, from: 0, until: hold_ttl });
    },
    pay({ event_id, network, seats, hold_ttl }) {
      if (!network) return;
      const event = open(event_id);
      event.add("unpaid", network, { seats: -seats, from: 0, until: hold_ttl });
      event.add("paid", network, { seats, from: 0, until: Math.ceil(clock()) + paidFor });
    },
    async share() {
      const failures: unknown[] = [];
      // One after the other: the turns to the table are the sale's.
      for (const [event_id, event] of events) {
        await shareEventSeats(table, event_id, { event, process, now: clock() }).catch((error) => failures.push(error));
        if (event.isEmpty()) events.delete(event_id);
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

const limitOf = ({ HOLD_SEATS_PER_NETWORK, HOLD_PERCENT_PER_NETWORK }: Rules, seat_count: number): number =>
  Math.max(HOLD_SEATS_PER_NETWORK, Math.floor((seat_count * HOLD_PERCENT_PER_NETWORK) / 100));

function reserve(
  event: EventSeats,
  { network, seats, isExempt = false }: Request,
  { now, ttl }: { now: number; ttl: number },
): Reservation {
  const end = isExempt ? null : event.refuses(network, seats, now);
  if (end !== null) throw new EventlyError("NETWORK_LIMIT", { retry_after: Math.max(1, Math.ceil(end - now)) });
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
