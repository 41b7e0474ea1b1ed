import { checkInIdOf } from "../admission/admission.table.ts";
import type { CheckIn, Entry } from "../admission/admission.ts";
import type { Booking } from "../booking/booking.ts";
import { findBuyers } from "../booking/find-buyers.ts";
import { ticketOf } from "../booking/ticket-of.ts";
import type { Core } from "../core.ts";
import { readDevices } from "../door-key/read-devices.ts";
import type { StoredEvent } from "../event/event.table.ts";
import type { Admitted } from "./door.ts";

type At = { event: StoredEvent; booking: Booking; checkIn: CheckIn; entry: Entry };

/** Who went in with a ticket, when and by which gate. */
export async function describeAdmission(
  core: Core,
  { event, booking, checkIn, entry }: At,
): Promise<Omit<Admitted, "result">> {
  const { seat_pos } = checkIn;
  const [layout, buyerOf, deviceOf] = await Promise.all([
    core.layouts.get(event.layout_id),
    findBuyers(core, [booking]),
    readDevices(core, event.event_id, [entry]),
  ]);
  const { at: admitted_at, gate } = entry;
  return {
    ...{ check_in_id: checkInIdOf(checkIn, entry), admitted_at, gate, device: deviceOf(entry) },
    ...{ seat_pos, ...layout.labelOf(seat_pos) },
    holder: ticketOf(booking, seat_pos).holder ?? buyerOf(booking).name,
  };
}
