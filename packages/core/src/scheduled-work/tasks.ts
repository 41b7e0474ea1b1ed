import { cancelEvent } from "../booking/cancel-event.ts";
import { settlePayment } from "../booking/settle-payment.ts";
import type { Core } from "../core.ts";
import { announceChange } from "../delivery/announce-change.ts";
import { deliverMail } from "../delivery/deliver-mail.ts";
import { remindBuyers } from "../delivery/remind-buyers.ts";
import { findEvent } from "../event/find-event.ts";
import { carryVenue } from "../event-change/carry-venue.ts";
import { removeEvent } from "../event-change/delete-event.ts";
import { copySeats } from "../event-seats/copy-seats.ts";
import { refreshPrices } from "../event-seats/refresh-prices.ts";
import { settleHolding } from "../hold/settle-holding.ts";
import type { EventId, HoldingId, PaymentId, UserId } from "../ids.ts";
import { lapseReservation } from "../invoice/lapse-reservation.ts";
import { isUndeliverable } from "../mail/mail-failure.ts";
import { expireInvitation } from "../membership/expire-invitation.ts";
import { followedPrefix } from "../payment/followed-account.table.ts";
import { finishLook, followEvents } from "../payment-events/follow-account.ts";
import { forgetUser } from "../privacy/forget-user.ts";
import { changeDates } from "../series/change-dates.ts";
import { makeCopies } from "../series/make-copies.ts";
import type { WorkKind } from "../table/due-index.ts";
import { bookingsBelow, invitationsFrom, type Key, mailPrefix } from "../table/keys.ts";
import { followContact } from "../user/follow-contact.ts";

type Task = {
  kind: WorkKind;
  isFor: (key: Key) => boolean;
  /**
   * Finishes the work on this item, or a part of it, and removes the item's due marks with its final state. Several
   * processes may run it at once, and again after a crash at any line. A long one works through its items by
   * `workThrough`, returns between two once `signal` is aborted, and is called again later; one that throws counts as a failed attempt.
   */
  finish: (core: Core, key: Key, signal: AbortSignal) => Promise<unknown>;
  /** Whether another attempt would fail like this one. */
  isFinal?: (error: unknown) => boolean;
  /** When it is looked at again once it ended without an error and its marks are still there, if not after the usual pause, in seconds. */
  again?: number;
};

const startsWith = (prefix: string) => (key: Key) => key.pk.startsWith(prefix) && key.sk === key.pk;

/** All scheduled work: which items are of which kind, and what finishes them. */
export const tasks: readonly Task[] = [
  { kind: "money", isFor: startsWith("holding-"), finish: (core, { pk }) => settleHolding(core, pk as HoldingId) },
  // Before payments, as whose its key would be taken. With the loop's own pause the events are read at least once a minute.
  { kind: "money", isFor: startsWith(followedPrefix), finish: followEvents, again: 50 },
  { kind: "money", isFor: startsWith("look-"), finish: finishLook },
  { kind: "money", isFor: startsWith("payment-"), finish: (core, { pk }) => settlePayment(core, pk as PaymentId) },
  {
    kind: "bulk",
    isFor: ({ pk, sk }) => pk.startsWith("event-") && sk === "EVENT",
    finish: (core, { pk }, signal) => finishEvent(core, pk as EventId, signal),
  },
  {
    kind: "bulk",
    isFor: ({ pk, sk }) => pk.startsWith("event-") && sk < bookingsBelow,
    finish: lapseReservation,
  },
  { kind: "bulk", isFor: startsWith("copies-"), finish: makeCopies },
  { kind: "bulk", isFor: startsWith("series-change-"), finish: changeDates },
  { kind: "bulk", isFor: startsWith("carry-"), finish: carryVenue },
  { kind: "bulk", isFor: startsWith("refresh-"), finish: refreshPrices },
  {
    kind: "bulk",
    isFor: startsWith("contact-"),
    finish: (core, key, signal) => followContact(core, toUserId(key), signal),
  },
  { kind: "bulk", isFor: startsWith("forget-"), finish: forgetUser },
  {
    kind: "bulk",
    isFor: ({ pk, sk }) => pk.startsWith("organization-") && sk.startsWith(invitationsFrom),
    finish: expireInvitation,
  },
  { kind: "bulk", isFor: startsWith("announce-"), finish: announceChange },
  { kind: "bulk", isFor: startsWith("remind-"), finish: remindBuyers },
  { kind: "mail", isFor: ({ pk }) => pk.startsWith(mailPrefix), finish: deliverMail, isFinal: isUndeliverable },
];

const toUserId = ({ pk }: Key): UserId => pk.slice("contact-".length) as UserId;

export function findTask(key: Key): Task | null {
  return tasks.find(({ isFor }) => isFor(key)) ?? null;
}

/** What an event owes follows from its status. */
async function finishEvent(core: Core, event_id: EventId, signal: AbortSignal): Promise<void> {
  const event = await findEvent(core.table, event_id);
  if (event?.status === "draft") await copySeats(core, event, signal);
  if (event?.status === "deleting") await removeEvent(core, event, signal);
  if (event?.status === "cancelling") await cancelEvent(core, event_id, signal);
}
