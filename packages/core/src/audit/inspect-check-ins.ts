import { countChange, countedEntry } from "../admission/admission.rules.ts";
import type { Arrivals } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import type { Booking } from "../booking/booking.ts";
import type { AuditFault } from "./audit-fault.ts";

type Records = { bookings: readonly Booking[]; check_ins: readonly CheckIn[]; arrivals: readonly Arrivals[] };

/** Who is in, by the check-ins, against what the bookings say and what is counted by gate and minutes. Pure. */
export function inspectCheckIns({ bookings, check_ins, arrivals }: Records): AuditFault[] {
  const counted = check_ins.filter((checkIn) => countedEntry(checkIn) !== null);
  return [...inspectBookings(bookings, counted), ...inspectArrivals(counted, arrivals)];
}

function inspectBookings(bookings: readonly Booking[], counted: readonly CheckIn[]): AuditFault[] {
  const faults: AuditFault[] = [];
  const seatsIn = new Map<string, string[]>();
  for (const { booking_id, seat_pos } of counted)
    seatsIn.set(booking_id, [...(seatsIn.get(booking_id) ?? []), seat_pos]);
  for (const { booking_id, seats, admitted = 0 } of bookings) {
    const found = seatsIn.get(booking_id) ?? [];
    seatsIn.delete(booking_id);
    if (found.length !== admitted)
      faults.push({ about: booking_id, finding: `counts ${admitted} as in, its check-ins say ${found.length}` });
    const lost = found.filter((seat) => !seats.some((own) => own === seat));
    if (lost.length > 0) faults.push({ about: booking_id, finding: `is in with ${lost.join(", ")}, which it has not` });
  }
  for (const booking_id of seatsIn.keys()) faults.push({ about: booking_id, finding: "is in and does not exist" });
  return faults;
}

function inspectArrivals(counted: readonly CheckIn[], arrivals: readonly Arrivals[]): AuditFault[] {
  const sums = new Map<string, number>();
  const nameOf = ({ at, gate }: { at: string; gate: string }) => `arrivals of ${at} by ${JSON.stringify(gate)}`;
  for (const { at, gate, by } of counted.flatMap((checkIn) => countChange(null, checkIn).arrivals))
    sums.set(nameOf({ at, gate }), (sums.get(nameOf({ at, gate })) ?? 0) + by);
  const stated = new Map(arrivals.map((arrival) => [nameOf(arrival), arrival.admitted]));
  return [...new Set([...sums.keys(), ...stated.keys()])].flatMap((about) => {
    const [is, says] = [stated.get(about) ?? 0, sums.get(about) ?? 0];
    return is === says ? [] : [{ about, finding: `are counted as ${is}, the check-ins say ${says}` }];
  });
}
