import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { putMail } from "../mail/mail.table.ts";
import type { Network } from "../network/network.ts";
import { limitMails } from "../sign-in/mail-limits.ts";
import { transact } from "../table/transact.ts";
import { normalizeEmail } from "../text/normalize-email.ts";
import type { ResendTicket } from "./booking.ts";
import { findBuyers } from "./find-buyers.ts";
import { findBooking } from "./get-booking.ts";
import { mailOf } from "./invoice.rules.ts";

/**
 * Sends a booking's mail once more, if the address is the one that it has. Nothing is looked up before the answer, so that nobody
 * learns whether it is. Throws NETWORK_LIMIT.
 */
export function resendTicket(core: Core, input: ResendTicket, network: Network | null): void {
  limitMails(core.askedMails.ofTickets, network, input.email);
  core.background.run(resend(core, input));
}

async function resend(core: Core, { booking_id, email }: ResendTicket): Promise<void> {
  const booking = core.mailer && (await findBooking(core, booking_id));
  if (!booking) return;
  const { email: theirs } = (await findBuyers(core, [booking]))(booking);
  if (theirs === null || normalizeEmail(theirs) !== normalizeEmail(email)) return;
  const { event_id, user_id } = booking;
  const mail = { kind: mailOf(booking), booking_id, event_id, user_id, cause: `resent-${randomUUID()}` } as const;
  await transact(core.table, [putMail(mail, core.clock())]);
}
