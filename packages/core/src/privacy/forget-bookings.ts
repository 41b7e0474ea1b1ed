import { forgetBuyer, hasReasons, namesHolders, toBooking } from "../booking/booking.table.ts";
import type { Booking } from "../booking/booking.ts";
import { endReservation } from "../booking/end-reservation.ts";
import { type Reservation, removeAwaiting } from "../booking/invoice.table.ts";
import { workThrough } from "../concurrency/work-through.ts";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import { findHolding } from "../hold/get-hold.ts";
import { dropNetwork } from "../hold/hold.table.ts";
import { removeQuota } from "../hold/quota.table.ts";
import type { UserId } from "../ids.ts";
import { removeMail } from "../mail/mail.table.ts";
import { keys, mailsOf } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { forgetAdmissions } from "./forget-check-ins.ts";
import { forgetReasons } from "./forget-reasons.ts";

type Forgetting = { user_id: UserId; isLast: boolean; signal: AbortSignal | undefined };

/**
 * The bookings of somebody who was deleted are nobody's: no name, no address, and no mail that is still due. `isLast` once all their
 * holds have ended: then it is forgotten, too, from where they were placed. False if `signal` asked it to return.
 */
export function forgetBookings(core: Core, { user_id, isLast, signal }: Forgetting): Promise<boolean> {
  const bookings = queryItems(core.table, { index: "byUser", partition: user_id });
  return workThrough(bookings, signal, async (item) => {
    const booking = toBooking(item);
    if (booking.buyer?.name !== null || booking.buyer.email !== null || namesHolders(booking) || hasReasons(booking))
      await updateItem(core.table, forgetBuyer(booking));
    if (booking.state === "awaiting_payment") await endAwaiting(core, booking);
    await forgetAdmissions(core, booking);
    await forgetReasons(core, booking);
    await endMails(core.table, booking);
    if (isLast) await forgetHold(core, booking);
  });
}

/** Nobody is left to pay for it. */
async function endAwaiting(core: Core, booking: Reservation): Promise<void> {
  await endReservation(core, booking, { because: "buyer_forgotten" }).catch((error) => {
    if (!isFailure(error, "BOOKING_ALREADY_CANCELLED") && !isFailure(error, "BOOKING_ALREADY_PAID")) throw error;
  });
}

/** Writes only what there is to write: else a job that is asked to return after each write would never end. */
async function forgetHold(core: Core, { event_id, user_id, holding_id }: Booking): Promise<void> {
  const holding = holding_id && (await findHolding(core, holding_id));
  if (holding && holding.network !== undefined) await updateItem(core.table, dropNetwork(holding));
  const quota = await readItem(core.table, keys.quota(event_id, user_id));
  if (quota) await transact(core.table, [removeQuota(quota)]);
  const awaiting = await readItem(core.table, keys.awaitingOf(event_id, user_id));
  if (awaiting) await transact(core.table, [removeAwaiting({ event_id, user_id })]);
}

async function endMails(table: Table, { event_id, booking_id }: Booking): Promise<void> {
  const prefix = `${booking_id}#`;
  for await (const { pk, sk, due_shard } of queryItems(table, {
    partition: mailsOf(event_id),
    from: prefix,
    limit: 10,
  })) {
    if (!String(sk).startsWith(prefix)) return;
    if (due_shard !== undefined) await transact(table, [removeMail({ pk: String(pk), sk: String(sk) })]);
  }
}
