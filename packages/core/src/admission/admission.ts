import * as z from "zod/mini";
import { BookingId, DoorKeyId, EventId, SeatId, UserId } from "../ids.ts";
import { line } from "../text/text.ts";
import { Instant } from "../time.ts";

const maxName = 60;

/** Of a gate or a device, as whoever stands there calls it. */
export const GateName = line(maxName);

/** Whether a scan that let somebody in had a valid ticket; at a device without a network it may have been cancelled or issued anew. */
export const EntryTicket = z.enum(["valid", "cancelled", "superseded"]);
export type EntryTicket = z.infer<typeof EntryTicket>;

/** Somebody went in with a ticket. */
export const Entry = z.object({
  /** Of what it is told from others by: the same scan sent again is the same entry. */
  entry_id: z.string(),
  at: Instant,
  gate: z.nullable(z.string()),
  device: z.nullable(z.string()),
  version: z.int(),
  ticket: EntryTicket,
  /** Why somebody was let in by hand; null if the code was scanned. */
  reason: z.nullable(z.string()),
  /** Whoever let them in, or the key that they had. */
  actor_id: z.union([UserId, DoorKeyId]),
  undone_at: z.nullable(Instant),
});
export type Entry = z.infer<typeof Entry>;

/** All that went in with the tickets of a seat of a booking; `revision` is of the item. */
export const CheckIn = z.object({
  event_id: EventId,
  booking_id: BookingId,
  seat_pos: SeatId,
  revision: z.int(),
  entries: z.array(Entry),
});
export type CheckIn = z.infer<typeof CheckIn>;

const number = String.raw`[1-9]\d{0,14}`;

export const CheckInId = z
  .string()
  .check(
    z.regex(
      new RegExp(String.raw`^check-in-${number}\.[A-Z][A-Z0-9]{0,7}-[1-9]\d{0,3}\.[\w-]{16}$`),
      "a check-in id as the list of check-ins has it",
    ),
  )
  .brand("CheckInId");
export type CheckInId = z.infer<typeof CheckInId>;
