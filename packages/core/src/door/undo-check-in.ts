import { countChange, undoEntry } from "../admission/admission.rules.ts";
import { readCheckInId, writeCheckIn } from "../admission/admission.table.ts";
import type { CheckInId } from "../admission/admission.ts";
import { countAdmitted } from "../booking/booking.table.ts";
import { findBooking } from "../booking/get-booking.ts";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { EventId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { toInstant } from "../time.ts";
import { type Doorkeeper, doerOf } from "./doorkeeper.ts";
import { getDoorEvent } from "./get-door-event.ts";
import { findCheckIn } from "./record-entry.ts";
import { transactAtDoor } from "./transact-at-door.ts";

const maxAttempts = 10;

/**
 * Takes an entry back: its ticket can be used again, unless somebody else went in with it. Undone before, it stays as it is. Throws
 * EVENT_NOT_FOUND, FORBIDDEN, CHECK_IN_NOT_FOUND.
 */
export async function undoCheckIn(
  core: Core,
  keeper: Doorkeeper,
  { event_id, check_in_id }: { event_id: EventId; check_in_id: CheckInId },
): Promise<void> {
  await getDoorEvent(core, keeper, event_id);
  const { booking_id, seat_pos, entry_id } = readCheckInId(check_in_id);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const booking = await findBooking(core, booking_id);
    const before = booking?.event_id === event_id ? await findCheckIn(core, { booking, seat_pos }) : null;
    const entry = before?.entries.find((entry) => entry.entry_id === entry_id);
    if (!booking || !before || !entry) throw new EventlyError("CHECK_IN_NOT_FOUND", {});
    const now = core.clock();
    const entries = [...undoEntry(before.entries, entry_id, toInstant(now))];
    if (entry.undone_at !== null) return;
    const after = { ...before, entries, revision: before.revision + 1 };
    const { admitted } = countChange(before, after);
    const entered = { subject: event_id, action: "ticket.admission_undone" } as const;
    const changes = { [`${booking_id} ${seat_pos}`]: { before: entry.at, after: null } };
    const { done } = await transactAtDoor(core, keeper, event_id, [
      ...writeCheckIn(before, after),
      ...(admitted === 0 ? [] : [countAdmitted(booking, admitted)]),
      putJournal({ ...entered, at: now, actor: doerOf(keeper), changes, part: check_in_id }),
    ]);
    if (done) return;
  }
  throw new EventlyError("UNAVAILABLE", {});
}
