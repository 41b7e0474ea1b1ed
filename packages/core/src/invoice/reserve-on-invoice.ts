import { putBookingPointer } from "../booking/booking.table.ts";
import type { BookingView } from "../booking/booking.ts";
import { addAwaiting, putReservation, type Reservation } from "../booking/invoice.table.ts";
import { viewNewBooking } from "../booking/view-booking.ts";
import type { Core } from "../core.ts";
import { countWritten } from "../counts/count-written.ts";
import { addToShard, tallyReservation } from "../counts/counts.table.ts";
import { EventlyError } from "../errors.ts";
import { describeBooking } from "../hold/book-holding.ts";
import { confirmHold, refuseClosedSale } from "../hold/confirm-hold.ts";
import { findHolding, getOwnHolding, hasChanged } from "../hold/get-hold.ts";
import { isExpired } from "../hold/hold.rules.ts";
import { confirmHolding } from "../hold/hold.table.ts";
import type { Holding, PendingConfirmation } from "../hold/hold.ts";
import { toNetworkHold } from "../hold/network-hold.ts";
import { clearSlot } from "../hold/quota.table.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { HoldingId } from "../ids.ts";
import { putMail } from "../mail/mail.table.ts";
import { bookSeat } from "../seat/seat.table.ts";
import { type Action, type Outcome, transact } from "../table/transact.ts";
import { toSeconds } from "../time.ts";
import { isDeleted, markBuyer, toUser } from "../user/user.table.ts";
import type { Actor } from "../user/user.ts";
import { type InvoiceOffer, notAvailable, offerInvoice } from "./offer-invoice.ts";

/** How often hold or buyer are read again after they changed between our read and our write. */
const maxAttempts = 4;

/**
 * Books the seats of a hold without a payment: they await it until the booking's `due_at`, and are free again if nobody says by then
 * that it came. A hold that is being paid for, has ended, or costs nothing is confirmed as ever. Idempotent: a repeated call returns the
 * same booking. Throws INVOICE_NOT_AVAILABLE, which leaves the hold as it is, SALE_CLOSED, SUSPENDED, and what `confirmHold` throws.
 */
export async function reserveOnInvoice(
  core: Core,
  actor: Actor,
  { holding_id }: { holding_id: HoldingId },
  lease: IdempotencyLease | null = null,
): Promise<BookingView | PendingConfirmation> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const holding = await getOwnHolding(core, actor, holding_id);
    const isOpen = holding.state === "active" && !isExpired(holding, core.clock());
    if (!isOpen || holding.total === 0) return confirmHold(core, actor, { holding_id }, lease);
    await refuseClosedSale(core, holding);
    const offer = await offerInvoice(core, holding);
    const booking = await describeReservation(core, holding, offer);
    const outcome = await reserve(core, holding, booking, offer);
    if (outcome.done) return viewNewBooking(core, actor, booking);
    const after = await findHolding(core, holding_id);
    // An earlier send of ours may have been written: then its own seats stood in the way.
    if (after?.state === "active") refuse(booking, outcome);
  }
  throw new EventlyError("UNAVAILABLE", {});
}

async function describeReservation(
  core: Core,
  holding: Holding,
  { buyer, due_at }: InvoiceOffer,
): Promise<Reservation> {
  const booking_id = await core.ids.next("booking");
  const booking = describeBooking(holding, buyer, booking_id, core.clock());
  return {
    ...booking,
    state: "awaiting_payment",
    invoice: { due_at, paid_at: null },
    cancelled_at: null,
    refund: null,
  };
}

/** The reserve transition: seats -> booked, holding -> confirmed, and the booking; as many seats more await payment as there may be. */
function reserve(core: Core, holding: Holding, booking: Reservation, offer: InvoiceOffer): Promise<Outcome> {
  const { event_id, booking_id } = booking;
  const now = toSeconds(booking.booking_date);
  const actions = planReservation(core, holding, booking, { offer, now });
  return countWritten(core, {
    write: () =>
      core.counterShards.acquire(event_id, (shard) =>
        transact(core.table, [...actions, addToShard(shard, tallyReservation(booking), now)]),
      ),
    isWritten: () => hasChanged(core, holding, (after) => after.booking_id === booking_id),
    count() {
      core.maps.note(event_id, booking.lines, "booked", null);
      core.unpaidSeats.release(toNetworkHold(holding));
    },
  });
}

type Plan = { offer: InvoiceOffer; now: number };

function planReservation(core: Core, holding: Holding, booking: Reservation, { offer, now }: Plan): Action[] {
  const { event_id, booking_id, user_id, lines } = booking;
  const { holding_id } = holding;
  return [
    ...lines.map(({ seat, price }) => bookSeat({ event_id, seat_pos: seat, price, holding_id, booking_id })),
    markBuyer(user_id, offer.buyer, { isPaid: false }),
    ...addAwaiting({ event_id, user_id, seats: lines.length }, offer.most),
    confirmHolding(holding, booking_id, now),
    putReservation(booking),
    putBookingPointer(booking),
    clearSlot(holding),
    ...(core.mailer ? [putMail({ kind: "booking-reserved", booking_id, event_id, user_id }, now)] : []),
  ];
}

/** By what stood in the way; nothing where hold or buyer are others by now, which the next read finds. */
function refuse({ lines }: Reservation, { failedConditions }: Extract<Outcome, { done: false }>): void {
  const failed = new Map(failedConditions.map(({ index, item }) => [index - lines.length, item]));
  const user = failed.get(0);
  if (user && !isDeleted(user) && toUser(user).suspended) throw new EventlyError("SUSPENDED", {});
  if (failed.has(1)) throw notAvailable("share_of_hall");
  if (failed.has(2)) throw notAvailable("seats_of_person");
}
