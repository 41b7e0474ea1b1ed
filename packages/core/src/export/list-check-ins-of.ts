import { checkInsIn, toCheckIn } from "../admission/admission.table.ts";
import { checkInsOfBooking } from "../admission/check-ins-of-booking.ts";
import type { Booking } from "../booking/booking.ts";
import type { EventId } from "../ids.ts";
import { queryItems } from "../table/query-items.ts";
import type { Table } from "../table/table.ts";
import type { Item } from "../table/transact.ts";
import { organizationsEver, toUser } from "../user/user.table.ts";
import { listOwned } from "./list-owned.ts";
import type { ExportedAdmission, ExportedScan } from "./user-export.ts";

/** Who went in with the tickets of a booking. Throws UNAVAILABLE. */
export async function readAdmissions(table: Table, booking: Booking): Promise<ExportedAdmission[]> {
  const admissions: ExportedAdmission[] = [];
  for await (const { seat_pos, entries } of checkInsOfBooking(table, booking))
    for (const { at, gate, ticket, version, reason, undone_at } of entries)
      admissions.push({ seat_pos, at, gate, ticket, version, reason, undone_at });
  return admissions;
}

/** Whom the person of a user's item let in at the doors where they may stand, or might; notes the events. Throws UNAVAILABLE. */
export async function* listScans(table: Table, item: Item, known: Set<EventId>): AsyncGenerator<ExportedScan> {
  const user = toUser(item);
  for await (const id of listOwned<EventId>(table, [user.user_id, ...organizationsEver(item)], "event-"))
    for await (const item of queryItems(table, checkInsIn(id))) {
      const { event_id, booking_id, seat_pos, entries } = toCheckIn(item);
      for (const { actor_id, at, gate, device, reason, undone_at } of entries) {
        if (actor_id !== user.user_id) continue;
        known.add(event_id);
        yield { event_id, booking_id, seat_pos, at, gate, device, reason, undone_at };
      }
    }
}
