import type { Booking, BookingView } from "../booking/booking.ts";
import { whyNotAwaiting } from "../booking/end-reservation.ts";
import { findBooking } from "../booking/get-booking.ts";
import { getServedBooking } from "../booking/get-served-booking.ts";
import { payReservation, type Reservation, takeAwaiting } from "../booking/invoice.table.ts";
import { viewBooking } from "../booking/view-booking.ts";
import { requireTakesPlace } from "../box-office/get-served-event.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyPaid } from "../counts/counts.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import type { Action } from "../table/transact.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import type { MarkPaid } from "./invoice.ts";

/**
 * Says that an invoice was paid: the booking is confirmed, counted and told to its buyer, whose tickets are valid from then on. Also after
 * its `due_at`, as long as it has not lapsed. Throws BOOKING_NOT_FOUND, FORBIDDEN for its buyer and for other members,
 * BOOKING_ALREADY_PAID for whatever is paid for, BOOKING_ALREADY_CANCELLED, EVENT_STATUS_CONFLICT.
 */
export async function markPaid(
  core: Core,
  actor: Actor,
  { booking_id, reason }: MarkPaid,
  lease: IdempotencyLease | null = null,
): Promise<BookingView> {
  const { booking, event } = await getServedBooking(core, actor, booking_id);
  if (booking.state !== "awaiting_payment") throw whyNotAwaiting(booking);
  requireTakesPlace(event);
  const now = core.clock();
  const paid_at = toInstant(now);
  const paid: Booking = { ...booking, state: "confirmed", invoice: { ...booking.invoice, paid_at } };
  const view = await viewBooking(core, actor, paid);
  const actions = planPayment(core, booking, { actor, reason, paid_at, now });
  const isWritten = async () => (await findBooking(core, booking_id))?.invoice?.paid_at === paid_at;
  const outcome = await countWritten(core, {
    write: () =>
      core.counterShards.acquire(booking.event_id, (shard) =>
        transactFor(core.table, accountsOf(actor), [...actions, addToShard(shard, tallyPaid(booking), now)], {
          ...{ lease, response: { output: view } },
        }),
      ),
    isWritten,
    count: () => undefined,
  });
  if (outcome.done || (outcome.ambiguous && (await isWritten()))) return view;
  throw whyNotAwaiting(await findBooking(core, booking_id));
}

type Paying = { actor: Actor; reason: string | undefined; paid_at: string; now: number };

function planPayment({ mailer }: Core, booking: Reservation, { actor, reason, paid_at, now }: Paying): Action[] {
  const { booking_id, event_id, user_id, total, buyer } = booking;
  const changes = {
    [booking_id]: { before: "awaiting_payment", after: "confirmed" },
    paid: { before: 0, after: total },
  };
  const entry = { subject: event_id, at: now, actor, action: "booking.paid", changes, part: booking_id } as const;
  const mail = { kind: "booking-confirmed", booking_id, event_id, user_id } as const;
  return [
    payReservation(booking, paid_at),
    ...takeAwaiting(booking),
    putJournal({ ...entry, reason }),
    ...(mailer && buyer?.email ? [putMail(mail, now)] : []),
  ];
}
