import type { BookingId, EventId, HoldingId, OrganizationId, PaymentId, UserId, VenueId } from "../ids.ts";
import { update } from "./actions.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { updateItem } from "./update-item.ts";

export const kinds = ["venue", "event", "user", "organization", "holding", "booking", "payment"] as const;
export type Kind = (typeof kinds)[number];

type IdOf = {
  venue: VenueId;
  event: EventId;
  user: UserId;
  organization: OrganizationId;
  holding: HoldingId;
  booking: BookingId;
  payment: PaymentId;
};

/** Issues new ids: `venue-00001`, `venue-00002`, … Gaps are harmless, repeats impossible. */
export type Ids = { next<K extends Kind>(kind: K): Promise<IdOf[K]> };

/**
 * How many numbers a process leases at a time; unused ones are skipped. Venues and events are listed newest first by
 * number, so their numbers are leased one by one: a higher number is always newer, whichever process issued it.
 */
const blockSizes: Record<Kind, number> = {
  ...{ venue: 1, event: 1, user: 64, organization: 64 },
  ...{ holding: 64, booking: 64, payment: 64 },
};

type Block = { next: number; end: number };

export function createIds(table: Table): Ids {
  const sequences = new Map(kinds.map((kind) => [kind, createSequence(table, kind, blockSizes[kind])]));
  return {
    async next<K extends Kind>(kind: K) {
      const number = await sequences.get(kind)?.();
      return `${kind}-${String(number).padStart(5, "0")}` as IdOf[K];
    },
  };
}

/**
 * Leases the next block in the background once half of the current one is used, so that only a process's first id
 * waits.
 */
function createSequence(table: Table, kind: Kind, size: number): () => Promise<number> {
  let current: Block = { next: 1, end: 0 };
  let leasing: Promise<Block> | null = null;

  function lease(): Promise<Block> {
    if (leasing) return leasing;
    const started = leaseBlock(table, kind, size);
    // A failure in the background is ignored: the next caller leases again.
    started.catch(() => {
      leasing = null;
    });
    leasing = started;
    return started;
  }

  return async () => {
    while (current.next > current.end) {
      const leased = lease();
      const block = await leased;
      if (leasing === leased) {
        current = block;
        leasing = null;
      }
    }
    const number = current.next++;
    if (current.end - number < size / 2 && size > 1) void lease();
    return number;
  };
}

async function leaseBlock(table: Table, kind: Kind, size: number): Promise<Block> {
  const add = update({ key: keys.sequence(kind), update: "ADD n :size", values: { ":size": size } });
  const outcome = await updateItem(table, add);
  if (!outcome.done) throw new Error(`the sequence of ${kind} refused`);
  const end = Number(outcome.item.n);
  return { next: end - size + 1, end };
}
