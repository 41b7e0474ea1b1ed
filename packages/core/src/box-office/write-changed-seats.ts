import { changeSeatsOf, hasReasons } from "../booking/booking.table.ts";
import type { Booking, BookingView } from "../booking/booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { noteLeft } from "../booking/leave-seats.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyChange } from "../counts/counts.table.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { listInParts } from "../journal/list-in-parts.ts";
import { putMail } from "../mail/mail.table.ts";
import type { Action, Outcome } from "../table/transact.ts";
import { sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";

type Changed = {
  actor: Actor;
  lease: IdempotencyLease | null;
  event: StoredEvent;
  booking: Booking;
  /** The booking as it is afterwards, with one change more. */
  changed: Booking;
  /** What is answered, also to a repeat. */
  view: BookingView;
  now: number;
  action: "booking.moved" | "booking.seats_cancelled";
  /** What is written to the seats, first. */
  seats: Action[];
};

/**
 * A confirmed booking gets other seats, or fewer, in one transaction with its counts, a line in the journal and a mail to
 * its buyer. A lost answer that turns out to be a success is one.
 */
export async function writeChangedSeats(core: Core, change: Changed): Promise<Outcome> {
  const { actor, lease, booking, changed, view, now } = change;
  const { event_id, booking_id } = booking;
  // Why a part was refunded may name people.
  const response = hasReasons(booking) ? { again: true as const } : { output: view };
  const actions = [
    ...change.seats,
    changeSeatsOf(booking, changed),
    journal(change),
    ...mailChange(core, changed, now),
  ];
  const isWritten = async () => {
    const current = await findBooking(core, booking_id);
    return current?.changes === changed.changes && String(current?.seats) === String(changed.seats);
  };
  const outcome = await countWritten(core, {
    isWritten,
    write: () =>
      core.counterShards.acquire(event_id, (shard) => {
        const counted = [...actions, addToShard(shard, tallyChange(booking, changed), now)];
        return transactFor(core.table, sellersOf(actor, change.event), counted, { lease, response });
      }),
    count() {
      noteLeft(core, booking, booking.lines);
      core.maps.note(event_id, changed.lines, "booked", null);
    },
  });
  return !outcome.done && outcome.ambiguous && (await isWritten()) ? { done: true } : outcome;
}

function journal({ booking, changed, actor, now, action }: Changed): Action {
  const { event_id, booking_id } = booking;
  const [before, after] = [new Set(booking.seats), new Set(changed.seats)];
  const changes = listInParts(booking_id, {
    before: booking.seats.filter((seat) => !after.has(seat)),
    after: changed.seats.filter((seat) => !before.has(seat)),
  });
  return putJournal({ subject: event_id, at: now, actor, action, changes, part: booking_id });
}

/** The version before did not state who buys: their address is read when the mail is sent. */
function mailChange({ mailer }: Core, { booking_id, event_id, user_id, buyer, changes }: Booking, now: number) {
  if (!mailer || buyer?.email === null) return [];
  return [putMail({ kind: "booking-changed", cause: `${changes}`, booking_id, event_id, user_id }, now)];
}
