import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { BookingId } from "../ids.ts";
import { putMail } from "../mail/mail.table.ts";
import { limitMails } from "../sign-in/mail-limits.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { findBuyers } from "./find-buyers.ts";
import { getServedBooking } from "./get-served-booking.ts";
import { mailOf } from "./invoice.rules.ts";

/**
 * Sends a booking's mail once more, by the event's box office, to the address that its buyer has; none where there is none, or no
 * mail is sent at all. Throws BOOKING_NOT_FOUND, FORBIDDEN for its buyer and for other
 * members, NETWORK_LIMIT.
 */
export async function mailBooking(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
  lease: IdempotencyLease | null = null,
): Promise<void> {
  const { booking } = await getServedBooking(core, actor, booking_id);
  const { email } = (await findBuyers(core, [booking]))(booking);
  if (!core.mailer || email === null) return;
  limitMails(core.askedMails.ofTickets, null, email);
  const { event_id, user_id } = booking;
  const mail = { kind: mailOf(booking), booking_id, event_id, user_id, cause: `resent-${randomUUID()}` } as const;
  const recording = { lease, response: { output: {} } };
  await transactFor(core.table, accountsOf(actor), [putMail(mail, core.clock())], recording);
}
