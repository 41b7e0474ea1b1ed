import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { StoredEvent } from "../event/event.table.ts";
import { findEvent } from "../event/find-event.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { EventId, LayoutId, SeatId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { drawLayout, listLayoutSeats, relabelLayout, toRelabeledId } from "../layout/layout.rules.ts";
import { putLayout } from "../layout/layout.table.ts";
import { refuseTakenLabels, refuseTooLarge } from "../layout/refuse-seats.ts";
import type { SeatLabel, SeatPlace } from "../seat/seat.ts";
import { asBulk } from "../table/as-bulk.ts";
import { type Action, transact } from "../table/transact.ts";
import { requireOrganizer } from "../user/require-role.ts";
import type { Actor } from "../user/user.ts";
import { applyChanges, findChangeFaults, findLabelFaults } from "../venue/change-seats.rules.ts";
import { getOwnVenue } from "../venue/get-venue.ts";
import { type Revision, reviseVenue } from "../venue/revise-venue.ts";
import { labelKey } from "../venue/seat-keys.rules.ts";
import { spellType } from "../venue/spell-type.ts";
import { putSeatChange, type ReadSeat, type StoredSeat } from "../venue/venue.table.ts";
import type { ChangeVenueSeats, Venue } from "../venue/venue.ts";
import { moveLayout } from "./move-layout.ts";

type Changed = { revision: number };

/**
 * Corrects the seats of a venue, all or nothing. Removed seats and other types reach events created afterwards; labels
 * and properties also move, in the same transaction, to the events in `carry`, whatever is sold of them: their seats and
 * keys stay. Throws VENUE_NOT_FOUND, FORBIDDEN, EVENT_NOT_FOUND (one to carry to), REVISION_CONFLICT, INVALID_INPUT,
 * LABEL_TAKEN, VENUE_BUSY.
 */
export async function changeVenueSeats(
  core: Core,
  actor: Actor,
  input: ChangeVenueSeats,
  lease: IdempotencyLease | null = null,
): Promise<Changed> {
  requireOrganizer(actor);
  const own = await getOwnVenue(core, actor, input.venue_id);
  await refuseStale(core, own, input);
  refuseNothing(input);
  const revised = { actor, lease };
  const changed = await reviseVenue(asBulk(core, own.seat_count), input.venue_id, revised, (venue, stored, guard) =>
    planChange({ core, actor, venue, guard }, stored, input),
  );
  for (const event_id of input.carry) core.events.forget(event_id);
  return changed;
}

type Leased = { core: Core; actor: Actor; venue: Venue; guard: Action };

async function planChange(
  leased: Leased,
  stored: readonly ReadSeat[],
  asked: ChangeVenueSeats,
): Promise<Revision<Changed>> {
  const { core, actor, venue } = leased;
  const spell = spellType(venue.seat_types);
  const retype = asked.retype.map((change) => ({ ...change, seat_type: spell(change.seat_type) }));
  const input = { ...asked, retype };
  await refuseStale(core, venue, input);
  const before = new Map(stored.flatMap(({ seat }) => (seat ? [[seat.seat_pos, seat] as const] : [])));
  const current = new Set([...before.values()].flatMap(({ seat_pos, removed }) => (removed ? [] : [seat_pos])));
  refuse(findChangeFaults(venue, current, input));
  const after = applyChanges(before, input);
  refuse(findLabelFaults(after, input));
  const left = [...after.values()].filter(({ removed }) => !removed);
  refuseNewlyTaken(left, before);
  refuseTooLarge(drawLayout(venue, left));
  const revision = venue.revision + 1;
  return {
    writes: [...after.values()].flatMap((seat) => writeChange(before.get(seat.seat_pos), seat, revision)),
    seat_count: left.length,
    alongside: [
      ...(await carryLabels(leased, input, after)),
      journalChange(input, { at: core.clock(), actor, revision }),
    ],
    answer: { revision },
  };
}

function writeChange(before: StoredSeat | undefined, after: StoredSeat, revision: number): Action[] {
  if (!before || before === after) return [];
  const { section, row_label, seat_label, seat_type, accessible, properties, row_order, removed } = after;
  const change = { section, row_label, seat_label, seat_type, accessible, properties, row_order, removed };
  return [putSeatChange(before, change, revision)];
}

/** Stores each layout of the events with the labels of the next revision, and answers the moves of the events to them. */
async function carryLabels(leased: Leased, input: ChangeVenueSeats, seats: Labels): Promise<Action[]> {
  const { carry, relabel, properties } = input;
  const events = await Promise.all(carry.map((event_id) => findCarried(leased, event_id)));
  const relabeled = new Map<LayoutId, LayoutId>();
  for (const { layout_id } of events)
    if (!relabeled.has(layout_id)) relabeled.set(layout_id, await storeRelabeled(leased, layout_id, seats));
  const changes = { labels: { before: null, after: relabel.length + properties.length } };
  const carried = { at: leased.core.clock(), actor: leased.actor, changes };
  return events.flatMap((event) => moveLayout(event, relabeled.get(event.layout_id) ?? event.layout_id, carried));
}

async function findCarried({ core, venue }: Leased, event_id: EventId): Promise<StoredEvent> {
  const event = await findEvent(core.table, event_id);
  if (event?.venue_id !== venue.venue_id) throw new EventlyError("EVENT_NOT_FOUND", {});
  return event;
}

type Labels = ReadonlyMap<SeatId, StoredSeat>;

async function storeRelabeled({ core, venue, guard }: Leased, from: LayoutId, seats: Labels): Promise<LayoutId> {
  const { layout } = await core.layouts.get(from);
  const layout_id = toRelabeledId(venue.venue_id, venue.revision + 1, from);
  const relabeled = relabelLayout(layout, layout_id, seats);
  refuseNewlyTaken(listLayoutSeats(relabeled), new Map(listLayoutSeats(layout).map((seat) => [seat.seat_pos, seat])));
  refuseTooLarge(relabeled);
  // Whoever has the lease by now may have moved events to a layout of this id.
  if (!(await transact(core.table, [guard, putLayout(relabeled)])).done) throw new EventlyError("VENUE_BUSY", {});
  return layout_id;
}

/** The version before let seats print the same: those may stay as they are. */
function refuseNewlyTaken(after: readonly SeatPlace[], before: ReadonlyMap<SeatId, SeatLabel>): void {
  const isKept = (seat: SeatPlace) => {
    const former = before.get(seat.seat_pos);
    return former !== undefined && labelKey(former) === labelKey(seat);
  };
  refuseTakenLabels(
    after.filter(isKept),
    after.filter((seat) => !isKept(seat)),
  );
}

/** What was corrected, in numbers. */
function journalChange(
  { venue_id, relabel, retype, properties, remove, carry }: ChangeVenueSeats,
  { at, actor, revision }: { at: number; actor: Actor; revision: number },
): Action {
  const counts = { relabeled: relabel.length, retyped: retype.length, properties: properties.length };
  const seats = { before: null, after: { ...counts, removed: remove.length, carried_to: carry.length } };
  return putJournal({ subject: venue_id, at, actor, action: "seats.changed", revision, changes: { seats } });
}

async function refuseStale(core: Core, { venue_id, revision }: Venue, wanted: ChangeVenueSeats): Promise<void> {
  if (revision === wanted.revision) return;
  const changed = await listChangedSince(core, venue_id, wanted.revision);
  throw new EventlyError("REVISION_CONFLICT", { revision, changed });
}

function refuseNothing({ relabel, retype, properties, remove, carry }: ChangeVenueSeats): void {
  if ([relabel, retype, properties, remove, carry].some((list) => list.length > 0)) return;
  refuse([{ path: "", message: "nothing to change: name seats to relabel, retype or remove, or their properties" }]);
}

function refuse(faults: { path: string; message: string }[]): void {
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
}
