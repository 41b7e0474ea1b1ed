import type { Booking } from "../booking/booking.ts";
import type { AuditFault } from "./audit-fault.ts";

type Records = { bookings: readonly Booking[]; awaiting: ReadonlyMap<string, number> };

/** What bounds the seats that are reserved on invoice counts exactly those that await payment. Pure. */
export function inspectAwaiting({ bookings, awaiting }: Records): AuditFault[] {
  const expected = new Map<string, number>();
  for (const { state, user_id, seats } of bookings) {
    if (state !== "awaiting_payment") continue;
    for (const key of ["EVENT", user_id]) expected.set(key, (expected.get(key) ?? 0) + seats.length);
  }
  return [...new Set([...expected.keys(), ...awaiting.keys()])].flatMap((key) => {
    const [is, counted] = [expected.get(key) ?? 0, awaiting.get(key) ?? 0];
    if (is === counted) return [];
    const whose = key === "EVENT" ? "event" : key;
    return [{ about: whose, finding: `is counted with ${counted} seats awaiting payment, the records say ${is}` }];
  });
}
