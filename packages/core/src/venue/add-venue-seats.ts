import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import type { VenueId } from "../ids.ts";
import { check, update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import type { Action } from "../table/transact.ts";
import { transactAll } from "../table/transact-all.ts";
import { updateItem } from "../table/update-item.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue, readVenueSeats } from "./get-venue.ts";
import { drawLayout } from "./layout.rules.ts";
import { isStorable } from "./layout.table.ts";
import type { Layout } from "./layout.ts";
import { putVenueSeat, toVenue, toVenueSeat } from "./venue.table.ts";
import type { AddVenueSeats, Venue } from "./venue.ts";

const leaseSeconds = 60;

type VenueLease = { venue: Venue; until: number };

/**
 * Adds up to 10,000 seats, all or none: they are written under the next revision, each write checking the lease, and
 * become visible once the venue has that revision. Leftovers of an addition that died were never visible and are
 * removed. Throws VENUE_NOT_FOUND, FORBIDDEN, INVALID_INPUT (a duplicate seat, a type the venue lacks, more than a
 * layout can hold), DUPLICATE_SEATS, VENUE_BUSY.
 */
export async function addVenueSeats(
  core: Core,
  actor: Actor,
  input: AddVenueSeats,
  lease: IdempotencyLease | null = null,
): Promise<{ created: number }> {
  requireOrganizer(actor);
  refuseFaults(await getOwnVenue(core, actor, input.venue_id), input.seats);
  const venueLease = await leaseVenue(core, input.venue_id);
  const answer = { created: input.seats.length };
  try {
    const writes = await planWrites(core, venueLease, input);
    const outcomes = await transactAll(core.table, writes, { guard: holdsLease(venueLease) });
    if (outcomes.some((outcome) => !outcome.done)) throw new EventlyError("VENUE_BUSY", {});
    const raised = await transactIdempotent(core.table, [raiseRevision(venueLease, input.seats.length)], {
      lease,
      response: { output: answer },
    });
    if (!raised.done) throw new EventlyError("VENUE_BUSY", {});
  } catch (error) {
    await endLease(core, venueLease);
    throw error;
  }
  return answer;
}

async function planWrites(core: Core, { venue }: VenueLease, { seats }: AddVenueSeats): Promise<Action[]> {
  const added = seats.map((seat) => toVenueSeat(venue.venue_id, seat, venue.revision + 1));
  const wanted = new Set<string>(added.map((seat) => seat.seat_pos));
  const stored = await readVenueSeats(core, venue.venue_id);
  const current = stored.filter((seat) => seat.revision <= venue.revision);
  const twice = current.filter((seat) => wanted.has(seat.seat_pos));
  if (twice.length > 0) throw new EventlyError("DUPLICATE_SEATS", { seats: twice.map((seat) => seat.seat_pos) });
  refuseTooLarge(drawLayout(venue, [...current, ...added]));
  const left = stored.filter((seat) => seat.revision > venue.revision && !wanted.has(seat.seat_pos));
  return [
    ...left.map((seat) => ({ remove: keys.venueSeat(venue.venue_id, seat.seat_pos) })),
    ...added.map(putVenueSeat),
  ];
}

/** One addition at a time; an expired lease belongs to one that died. */
async function leaseVenue(core: Core, venue_id: VenueId): Promise<VenueLease> {
  const now = core.clock();
  const until = now + leaseSeconds;
  const outcome = await updateItem(
    core.table,
    update({
      key: keys.venue(venue_id),
      update: "SET lease_until = :lease",
      condition: "attribute_exists(pk) AND (attribute_not_exists(lease_until) OR lease_until < :now)",
      values: { ":lease": until, ":now": now },
    }),
  );
  if (!outcome.done) throw new EventlyError("VENUE_BUSY", {});
  return { venue: toVenue(outcome.item), until };
}

const holdsLease = ({ venue, until }: VenueLease): Action =>
  check({ check: keys.venue(venue.venue_id), condition: "lease_until = :lease", values: { ":lease": until } });

function raiseRevision({ venue, until }: VenueLease, count: number): Action {
  return update({
    key: keys.venue(venue.venue_id),
    update: "SET revision = :next REMOVE lease_until ADD seat_count :count",
    condition: "revision = :revision AND lease_until = :lease",
    values: { ":revision": venue.revision, ":next": venue.revision + 1, ":count": count, ":lease": until },
  });
}

async function endLease(core: Core, { venue, until }: VenueLease): Promise<void> {
  const key = keys.venue(venue.venue_id);
  const condition = "lease_until = :lease";
  await updateItem(
    core.table,
    update({ key, update: "REMOVE lease_until", condition, values: { ":lease": until } }),
  ).catch((error) => core.reportError("a venue's lease could not be ended", { venue_id: venue.venue_id, error }));
}

function refuseTooLarge(layout: Layout): void {
  if (isStorable(layout)) return;
  const message = `the drawing of the venue's ${layout.seat_count} seats would be too large: make a venue of each of its parts`;
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message }] });
}

function refuseFaults(venue: Venue, seats: AddVenueSeats["seats"]): void {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const types = new Set(venue.seat_types);
  for (const [i, { row, seat_num, seat_type }] of seats.entries()) {
    const seat = `${row}-${seat_num}`;
    if (seen.has(seat)) faults.push({ path: `seats.${i}`, message: `${seat} stands twice in this list` });
    if (!types.has(seat_type)) {
      const message = `${seat}: the venue has no seat type "${seat_type}", only ${venue.seat_types.join(", ")}`;
      faults.push({ path: `seats.${i}.seat_type`, message });
    }
    seen.add(seat);
  }
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}
