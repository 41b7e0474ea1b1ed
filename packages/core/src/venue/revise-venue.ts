import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { VenueId } from "../ids.ts";
import { ownerOf } from "../organization/may.ts";
import { check, dynamicUpdate, update } from "../table/actions.ts";
import { itemsAtOnce } from "../table/as-bulk.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { transactAll } from "../table/transact-all.ts";
import { updateItem } from "../table/update-item.ts";
import type { Quotas } from "../user/quotas.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import { countSeats } from "../user/usage.table.ts";
import { isRefusedAt, readAccount, refuseBeyond } from "../user/usage.ts";
import type { Actor } from "../user/user.ts";
import { readVenueSeats } from "./read-venue.ts";
import { putUnchanged, type ReadSeat, toVenue } from "./venue.table.ts";
import type { Venue } from "./venue.ts";

const leaseSeconds = 60;
const renewSeconds = 20;

type VenueLease = { venue: Venue; lease_id: string };

/** Who revises, and in which request. */
type Reviser = { actor: Actor; lease: IdempotencyLease | null };

/** What a new revision writes: seats under it, and `alongside` in the transaction that raises it. */
export type Revision<A> = {
  writes: Action[];
  seat_count: number;
  /** What else changes of VENUE; undefined takes a field away. A zone that was fixed meanwhile refuses another. */
  fields?: Partial<Venue>;
  alongside?: Action[];
  answer: A;
};

/**
 * Changes the seats of a venue, all or nothing: they are written under the next revision, each write checking the
 * lease, and count from the one transaction on that raises the venue's revision. What an earlier change that died left
 * behind never counted and is undone. What `plan` itself writes has to stand in a transaction with `guard`. Throws
 * VENUE_BUSY, QUOTA_EXCEEDED, SUSPENDED, and whatever `plan` throws.
 */
export async function reviseVenue<A>(
  core: Core,
  venue_id: VenueId,
  { actor, lease }: Reviser,
  plan: (venue: Venue, stored: ReadSeat[], guard: Action) => Revision<A> | Promise<Revision<A>>,
): Promise<A> {
  const venueLease = await leaseVenue(core, venue_id);
  // Bulk work waits for its turns: beside a rush the seats of a large hall may take longer than a lease.
  const renewing = setInterval(() => void renewLease(core, venueLease), renewSeconds * 1000);
  try {
    const stored = await readVenueSeats(core.table, venueLease.venue);
    const guard = holdsLease(venueLease);
    const revision = await plan(venueLease.venue, stored, guard);
    const seats = await countAdded(core, venueLease.venue, revision);
    const writes = [...undoUnfinished(venue_id, stored), ...revision.writes];
    const outcomes = await transactAll(core.table, latestOfEach(writes), { items: itemsAtOnce, guard });
    if (outcomes.some((outcome) => !outcome.done)) throw new EventlyError("VENUE_BUSY", {});
    await raiseRevision(core, venueLease, revision, seats, { actor, lease });
    return revision.answer;
  } catch (error) {
    await endLease(core, venueLease);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

type Counted = { quotas: Quotas; action: Action } | null;

/** Refuses before anything is written what the transaction's own condition would refuse. */
async function countAdded(core: Core, venue: Venue, { seat_count }: Revision<unknown>): Promise<Counted> {
  const added = seat_count - venue.seat_count;
  if (added === 0) return null;
  const { quotas, usage } = await readAccount(core.table, ownerOf(venue));
  if (added > 0 && usage.seats + added > quotas.seats) refuseBeyond("seats", quotas);
  return { quotas, action: countSeats(ownerOf(venue), added, quotas) };
}

function undoUnfinished(venue_id: VenueId, stored: readonly ReadSeat[]): Action[] {
  return stored.flatMap(({ seat_pos, seat, isPending }) => {
    if (seat === null) return { remove: keys.venueSeat(venue_id, seat_pos) };
    return isPending ? putUnchanged(seat) : [];
  });
}

/** A transaction may name an item only once: the last write of each counts. */
function latestOfEach(writes: readonly Action[]): Action[] {
  const keyOf = (action: Action) =>
    "put" in action ? String(action.put.sk) : "remove" in action ? action.remove.sk : "";
  return [...new Map(writes.map((action) => [keyOf(action), action])).values()];
}

/** One change at a time; an expired lease belongs to one that died. */
async function leaseVenue(core: Core, venue_id: VenueId): Promise<VenueLease> {
  const now = core.clock();
  const lease_id = randomUUID();
  const outcome = await updateItem(
    core.table,
    update({
      key: keys.venue(venue_id),
      update: "SET lease_until = :until, lease_id = :lease",
      condition: "attribute_exists(pk) AND (attribute_not_exists(lease_until) OR lease_until < :now)",
      values: { ":until": now + leaseSeconds, ":lease": lease_id, ":now": now },
    }),
  );
  // A send whose answer was lost is repeated: then the lease in the way is our own.
  if (!outcome.done && outcome.item?.lease_id !== lease_id) throw new EventlyError("VENUE_BUSY", {});
  return { venue: toVenue(outcome.item ?? {}), lease_id };
}

async function renewLease(core: Core, { venue: { venue_id }, lease_id }: VenueLease): Promise<void> {
  const renewed = update({
    key: keys.venue(venue_id),
    update: "SET lease_until = :until",
    condition: "lease_id = :lease",
    values: { ":until": core.clock() + leaseSeconds, ":lease": lease_id },
  });
  await updateItem(core.table, renewed).catch((error) =>
    core.reportError("a venue's lease was not renewed in time", { venue_id, error }),
  );
}

const holdsLease = ({ venue, lease_id }: VenueLease): Action =>
  check({ check: keys.venue(venue.venue_id), condition: "lease_id = :lease", values: { ":lease": lease_id } });

function raiseTo(venue: Venue, fields: Partial<Venue>, lease_id: string): Action {
  const entries = Object.entries({ ...fields, revised_by: lease_id });
  const set = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined).map(([name]) => `, #${name}`);
  const isZoneFree = fields.timezone === undefined ? "" : " AND attribute_not_exists(timezone_fixed)";
  return dynamicUpdate({
    key: keys.venue(venue.venue_id),
    update: `SET ${set.map(([name]) => `#${name} = :${name}`).join(", ")} REMOVE lease_until, lease_id${gone.join("")}`,
    condition: `#revision = :read AND lease_id = :revised_by${isZoneFree}`,
    names: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    values: { ":read": venue.revision, ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) },
  });
}

async function raiseRevision(
  core: Core,
  { venue, lease_id }: VenueLease,
  { seat_count, fields = {}, alongside = [], answer }: Revision<unknown>,
  counted: Counted,
  { actor, lease }: Reviser,
): Promise<void> {
  const raise = raiseTo(venue, { ...fields, seat_count, revision: venue.revision + 1 }, lease_id);
  const writes = [...(counted ? [counted.action] : []), raise, ...alongside];
  const outcome = await transactFor(core.table, sellersOf(actor, venue), writes, {
    lease,
    response: { output: answer },
  });
  if (outcome.done) return;
  if (counted && isRefusedAt(outcome, 0)) refuseBeyond("seats", counted.quotas);
  const after = outcome.ambiguous ? await readItem(core.table, keys.venue(venue.venue_id)) : null;
  if (after?.revised_by !== lease_id) throw new EventlyError("VENUE_BUSY", {});
}

async function endLease(core: Core, { venue: { venue_id }, lease_id }: VenueLease): Promise<void> {
  const end = update({
    key: keys.venue(venue_id),
    update: "REMOVE lease_until, lease_id",
    condition: "lease_id = :lease",
    values: { ":lease": lease_id },
  });
  await updateItem(core.table, end).catch((error) =>
    core.reportError("a venue's lease could not be ended", { venue_id, error }),
  );
}
