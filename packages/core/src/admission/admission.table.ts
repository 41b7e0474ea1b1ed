import { createHash } from "node:crypto";
import { BookingId, type EventId, SeatId } from "../ids.ts";
import { put, remove, update } from "../table/actions.ts";
import { arrivalsFrom, checkInsOf, keys } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Action, Item } from "../table/transact.ts";
import { countChange } from "./admission.rules.ts";
import { CheckIn, CheckInId, type Entry } from "./admission.ts";

export const toCheckIn = (item: Item): CheckIn => CheckIn.parse(item);

/** All seats of an event with which somebody went in, by booking. */
export const checkInsIn = (event_id: EventId): Query => ({ partition: checkInsOf(event_id), below: arrivalsFrom });

/** How many are in, by the minutes in which they came and by gate, earliest first. */
export const arrivalsIn = (event_id: EventId): Query => ({ partition: checkInsOf(event_id), from: arrivalsFrom });

/** A gate without a name is "". */
export type Arrivals = { at: string; gate: string; admitted: number };

export const toArrivals = ({ at, gate, admitted }: Item): Arrivals => ({
  ...{ at: String(at), gate: String(gate), admitted: Number(admitted) },
});

/** Its entries as they are now, and the counts of arrivals; the first action fails unless it is as it was read. */
export function writeCheckIn(before: CheckIn | null, after: CheckIn): Action[] {
  const { event_id, booking_id, seat_pos } = after;
  const item = { ...keys.checkIn(event_id, booking_id, seat_pos), ...after };
  const written = before
    ? put({ put: item, condition: "revision = :read", values: { ":read": before.revision } })
    : put({ put: item, condition: "attribute_not_exists(pk)" });
  return [written, ...countChange(before, after).arrivals.map((arrivals) => countArrivals(event_id, arrivals))];
}

function countArrivals(event_id: EventId, { at, gate, by }: { at: string; gate: string; by: number }): Action {
  return update({
    key: keys.arrivals(event_id, at, gate),
    update: "SET #at = :at, gate = :gate ADD admitted :by",
    names: { "#at": "at" },
    values: { ":at": at, ":gate": gate, ":by": by },
  });
}

/** Fails unless nobody is counted there. */
export const removeArrivals = (event_id: EventId, { at, gate }: Pick<Arrivals, "at" | "gate">): Action =>
  remove({
    remove: keys.arrivals(event_id, at, gate),
    condition: "admitted = :none",
    values: { ":none": 0 },
  });

type Scan = Pick<Entry, "at" | "device" | "version" | "reason">;

/** The same for the same code at the same device and instant as they were told, so that what is sent twice is one entry. */
export function entryIdOf({ at, device, version, reason }: Scan): string {
  const text = JSON.stringify([at, device, version, reason === null ? "scan" : "hand"]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

export const checkInIdOf = ({ booking_id, seat_pos }: Pick<CheckIn, "booking_id" | "seat_pos">, entry: Entry) =>
  CheckInId.parse(`check-in-${Number(booking_id.slice("booking-".length))}.${seat_pos}.${entry.entry_id}`);

export function readCheckInId(check_in_id: CheckInId): { booking_id: BookingId; seat_pos: SeatId; entry_id: string } {
  const [number = "", seat_pos = "", entry_id = ""] = check_in_id.slice("check-in-".length).split(".");
  return {
    booking_id: BookingId.parse(`booking-${number.padStart(5, "0")}`),
    seat_pos: SeatId.parse(seat_pos),
    entry_id,
  };
}
