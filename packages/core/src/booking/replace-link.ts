import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { BookingId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { replaceLinkOf } from "./booking.table.ts";
import type { BookingLink } from "./booking.ts";
import { findLink, nameOfLink } from "./booking-link.ts";
import { getVisibleBooking } from "./get-booking.ts";

/** How often somebody else replaces it at the same time. */
const maxAttempts = 5;

/** A new link to a booking, for its buyer or its event's organizer; the former one is dead. Throws BOOKING_NOT_FOUND. */
export async function replaceLink(
  core: Core,
  actor: Actor,
  { booking_id }: { booking_id: BookingId },
): Promise<BookingLink> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const booking = await getVisibleBooking(core, actor, booking_id);
    const entry = { subject: booking.event_id, at: core.clock(), actor, action: "booking.link_replaced" } as const;
    const changes = { [booking_id]: { before: booking.link_version ?? 0, after: (booking.link_version ?? 0) + 1 } };
    const actions = [replaceLinkOf(booking), putJournal({ ...entry, changes })];
    const { done } = await transactFor(core.table, accountsOf(actor), actions);
    if (done) return nameOfLink(await findLink(core, { ...booking, link_version: (booking.link_version ?? 0) + 1 }));
  }
  throw new EventlyError("UNAVAILABLE", {});
}
