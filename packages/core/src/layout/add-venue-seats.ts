import type { Core } from "../core.ts";
import { EventlyError, type Fault } from "../errors.ts";
import { maxAnswerBytes, packAnswer } from "../idempotency/idempotency.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { nameSeat } from "../seat/name-seats.rules.ts";
import { asBulk } from "../table/as-bulk.ts";
import type { Action } from "../table/transact.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { type Revision, reviseVenue } from "../venue/revise-venue.ts";
import { labelOf, namedKey } from "../venue/seat-keys.rules.ts";
import { spellType } from "../venue/spell-type.ts";
import { putSeatChange, putVenueSeat, type ReadSeat, type StoredSeat } from "../venue/venue.table.ts";
import type { AddedSeats, AddVenueSeats, NewVenueSeat, Venue, VenueSeat } from "../venue/venue.ts";
import { drawLayout } from "./layout.rules.ts";
import { placeSeats } from "./place-seats.rules.ts";
import { refuseTakenLabels, refuseTooLarge, refuseTooMany } from "./refuse-seats.ts";

/**
 * Adds up to 10,000 seats, all or none. The answer names the key that each was given. Throws VENUE_NOT_FOUND,
 * FORBIDDEN, INVALID_INPUT (a key twice, a type the venue lacks, more seats than a venue or its layout can hold),
 * DUPLICATE_SEATS, LABEL_TAKEN, VENUE_BUSY.
 */
export async function addVenueSeats(
  core: Core,
  actor: Actor,
  input: AddVenueSeats,
  lease: IdempotencyLease | null = null,
): Promise<AddedSeats> {
  requireOrganizer(actor);
  const own = await getOwnVenue(core, actor, input.venue_id);
  const spell = spellType(own.seat_types);
  const seats = input.seats.map((seat) => ({ ...seat, seat_type: spell(seat.seat_type) }));
  refuseFaults(own, seats);
  return reviseVenue(asBulk(core, own.seat_count + seats.length), input.venue_id, { actor, lease }, (venue, stored) => {
    const revision = planAddition(venue, stored, seats);
    if (lease) refuseLongAnswer(revision.answer);
    return { ...revision, alongside: [journalAddition(venue, actor, seats.length, core.clock())] };
  });
}

function journalAddition({ venue_id, seat_count, revision }: Venue, actor: Actor, added: number, at: number): Action {
  const changes = { seat_count: { before: seat_count, after: seat_count + added } };
  return putJournal({ subject: venue_id, at, actor, action: "seats.added", revision: revision + 1, changes });
}

/** An answer is kept for replays with its key, in one item. */
function refuseLongAnswer(answer: AddedSeats): void {
  if (packAnswer({ output: answer }).length <= maxAnswerBytes) return;
  const message = "too many long labels for one call with an Idempotency-Key: send fewer seats at a time";
  throw new EventlyError("INVALID_INPUT", { faults: [{ path: "seats", message }] });
}

function planAddition(venue: Venue, stored: readonly ReadSeat[], seats: readonly NewVenueSeat[]): Revision<AddedSeats> {
  const known = new Map(stored.flatMap(({ seat }) => (seat ? [[seat.seat_pos, seat] as const] : [])));
  const current = [...known.values()].filter(({ removed }) => !removed);
  const added = placeSeats(venue, [...known.values()], seats);
  refuseTaken(current, added);
  refuseUnkeyable(added);
  const isNew = ({ seat_pos }: VenueSeat) => !known.has(seat_pos);
  refuseTooMany(current.length + added.length, known.size + added.filter(isNew).length);
  refuseTooLarge(drawLayout(venue, [...current, ...added]));
  const revision = venue.revision + 1;
  return {
    writes: added.map((seat) => {
      const former = known.get(seat.seat_pos);
      return former ? putSeatChange(former, { ...seat, removed: false }, revision) : putVenueSeat(seat);
    }),
    seat_count: current.length + added.length,
    answer: {
      created: added.length,
      seats: added.map(({ seat_pos, section, row_label, seat_label }) => ({
        ...{ seat_pos, section, row_label, seat_label },
      })),
    },
  };
}

function refuseTaken(current: readonly StoredSeat[], added: readonly VenueSeat[]): void {
  const live = new Set(current.map(({ seat_pos }) => seat_pos));
  const twice = added.filter(({ seat_pos }) => live.has(seat_pos)).map(({ seat_pos }) => seat_pos);
  if (twice.length > 0) throw new EventlyError("DUPLICATE_SEATS", { seats: twice });
  refuseTakenLabels(current, added);
}

function refuseUnkeyable(added: readonly VenueSeat[]): void {
  const faults = added.flatMap(({ seat_num, row_label }, i) =>
    seat_num > 9999 ? [{ path: `seats.${i}`, message: `row ${row_label} would have more than 9,999 seats` }] : [],
  );
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}

function refuseFaults(venue: Venue, seats: readonly NewVenueSeat[]): void {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const types = new Set(venue.seat_types);
  for (const [i, seat] of seats.entries()) {
    const named = namedKey(seat);
    if (named && seen.has(named)) faults.push({ path: `seats.${i}`, message: `${named} stands twice in this list` });
    if (named) seen.add(named);
    if (types.has(seat.seat_type)) continue;
    const message = `${nameSeat(labelOf(seat))}: the venue has no seat type "${seat.seat_type}", only ${venue.seat_types.join(", ")}`;
    faults.push({ path: `seats.${i}.seat_type`, message });
  }
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}
