import { addEntry, countChange } from "../admission/admission.rules.ts";
import { checkInIdOf, toCheckIn, writeCheckIn } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import { countAdmitted, requireTicket } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import type { Core } from "../core.ts";
import type { SeatId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Action } from "../table/transact.ts";
import { type Doorkeeper, doerOf } from "./doorkeeper.ts";
import { transactAtDoor } from "./transact-at-door.ts";

type Place = { booking: Booking; seat_pos: SeatId };

/** `changed`: somebody else changed check-in or booking since they were read. */
export type Recorded = { checkIn: CheckIn } | "changed";

export async function findCheckIn(core: Core, { booking, seat_pos }: Place): Promise<CheckIn | null> {
  const item = await readItem(core.table, keys.checkIn(booking.event_id, booking.booking_id, seat_pos));
  return item ? toCheckIn(item) : null;
}

/**
 * Adds an entry, unless it is there already: with a valid ticket only while the booking and the ticket are as they were read. Throws
 * SUSPENDED, SIGN_IN_REQUIRED for a key that has ended.
 */
export async function recordEntry(
  core: Core,
  keeper: Doorkeeper,
  { booking, seat_pos, before }: Place & { before: CheckIn | null },
  entry: Entry,
): Promise<Recorded> {
  const known = before?.entries ?? [];
  const entries = addEntry(known, entry);
  if (before && entries === known) return { checkIn: before };
  const { event_id, booking_id } = booking;
  const revision = (before?.revision ?? 0) + 1;
  const checkIn: CheckIn = { event_id, booking_id, seat_pos, revision, entries: [...entries] };
  const actions = [
    ...writeCheckIn(before, checkIn),
    ...(entry.ticket === "valid" ? [holdBooking(booking, countChange(before, checkIn).admitted)] : []),
    ...(entry.reason === null ? [] : [journalByHand(checkIn, entry, keeper, core.clock())]),
  ];
  const { done } = await transactAtDoor(core, keeper, event_id, actions);
  return done ? { checkIn } : "changed";
}

/** Counted in the booking, so that whoever is in is not refunded: both are decided at one item. */
const holdBooking = (booking: Booking, by: number): Action =>
  by === 0 ? requireTicket(booking) : countAdmitted(booking, by);

function journalByHand(checkIn: CheckIn, entry: Entry, keeper: Doorkeeper, at: number): Action {
  const { event_id, booking_id, seat_pos } = checkIn;
  const changes = { [`${booking_id} ${seat_pos}`]: { before: null, after: entry.gate ?? "in" } };
  const done = {
    subject: event_id,
    at,
    actor: doerOf(keeper),
    action: "ticket.admitted_by_hand",
    reason: entry.reason ?? "",
  } as const;
  return putJournal({ ...done, changes, part: checkInIdOf(checkIn, entry) });
}
