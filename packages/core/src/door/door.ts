import * as z from "zod/mini";
import { CheckInId, EntryTicket, GateName } from "../admission/admission.ts";
import { BookingId, EventId, SeatId } from "../ids.ts";
import { SeatLabel } from "../seat/seat.ts";
import { line } from "../text/text.ts";
import { Instant } from "../time.ts";

/** Scans that are sent at once. */
export const mostScans = 500;

const reason = line(200);

const scan = {
  /** Longer than any code. */
  code: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  /** By hand, without a code. */
  seat_pos: z.optional(SeatId),
  reason: z.optional(reason),
  /** By hand, of the ticket that was meant: the seat may be another booking's by now. */
  booking_id: z.optional(BookingId),
  version: z.optional(z.int().check(z.minimum(1))),
  at: z.optional(Instant),
  gate: z.optional(GateName),
  device: z.optional(GateName),
};
type Form = { [Field in keyof typeof scan]?: unknown };

function isOneWay({ code, seat_pos, reason, booking_id, version }: Form): boolean {
  if (code !== undefined) return [seat_pos, reason, booking_id, version].every((field) => field === undefined);
  return seat_pos !== undefined && reason !== undefined && (version === undefined || booking_id !== undefined);
}

const oneWay = "either code, or seat_pos and reason, with booking_id and version if they are known";

/** One scan, by code or by hand. */
export const Scan = z.strictObject(scan).check(z.refine(isOneWay, oneWay));
export type Scan = z.infer<typeof Scan>;

/** One scan, or those that a device made while it had no network; each of those is read for itself. */
export const CheckInTickets = z
  .strictObject({
    event_id: EventId,
    ...scan,
    scans: z.optional(z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(mostScans))),
  })
  .check(
    z.check(({ value, issues }) => {
      const { event_id: _, scans, ...form } = value;
      if (scans === undefined ? isOneWay(form) : Object.values(form).every((field) => field === undefined)) return;
      issues.push({ code: "custom", path: [""], message: `${oneWay}, or scans alone`, input: value });
    }),
  );
export type CheckInTickets = z.infer<typeof CheckInTickets>;

const seatFacts = {
  seat_pos: SeatId,
  ...SeatLabel.shape,
  holder: z.nullable(z.string()),
};

const admission = {
  check_in_id: CheckInId,
  admitted_at: Instant,
  gate: z.nullable(z.string()),
  device: z.nullable(z.string()),
};

/** Somebody was let in. */
export const Admitted = z.object({ result: z.literal("admitted"), ...admission, ...seatFacts });
export type Admitted = z.infer<typeof Admitted>;

/** What a scan came to. */
export const ScanResult = z.discriminatedUnion("result", [
  Admitted,
  z.object({ result: z.literal("already_admitted"), ...admission, ...seatFacts }),
  z.object({ result: z.literal("not_paid"), seat_pos: SeatId }),
  z.object({ result: z.literal("cancelled"), seat_pos: z.nullable(SeatId) }),
  z.object({ result: z.literal("superseded"), seat_pos: SeatId }),
  z.object({ result: z.literal("wrong_event"), event_id: EventId, name: z.nullable(z.string()) }),
  z.object({ result: z.literal("forged") }),
]);
export type ScanResult = z.infer<typeof ScanResult>;

export const ScanResults = z.object({ items: z.array(ScanResult) });

const shownEntry = z.object({
  check_in_id: CheckInId,
  at: Instant,
  gate: z.nullable(z.string()),
  device: z.nullable(z.string()),
  ticket: EntryTicket,
  reason: z.nullable(z.string()),
});

/** A seat with which somebody went in, and all who did; `admitted_at` is null if none of them had a valid ticket. */
export const SeatCheckIn = z.object({
  booking_id: BookingId,
  seat_pos: SeatId,
  ...SeatLabel.shape,
  admitted_at: z.nullable(Instant),
  gate: z.nullable(z.string()),
  entries: z.array(shownEntry),
});
export type SeatCheckIn = z.infer<typeof SeatCheckIn>;

export const GateCount = z.object({ gate: z.nullable(z.string()), admitted: z.int() });

export const CheckInList = z.object({
  items: z.array(SeatCheckIn),
  next_cursor: z.nullable(z.string()),
  /** How many seats somebody is in with, and how many are sold. */
  admitted: z.int(),
  expected: z.int(),
  by_gate: z.array(GateCount),
});
export type CheckInList = z.infer<typeof CheckInList>;

/** Whom the door expects on a seat, without the code. */
export const ExpectedTicket = z.object({
  booking_id: BookingId,
  ...seatFacts,
  version: z.int(),
});
export type ExpectedTicket = z.infer<typeof ExpectedTicket>;

/** The same for a device, which has to know who is in already when it has no network. */
export const SheetTicket = z.object({
  ...ExpectedTicket.shape,
  entered: z.nullable(z.object({ at: Instant, gate: z.nullable(z.string()), device: z.nullable(z.string()) })),
});
export type SheetTicket = z.infer<typeof SheetTicket>;

/** What a device needs to let people in without a network. */
export const DoorSheet = z.object({
  event: z.object({
    event_id: EventId,
    name: z.string(),
    start_time: Instant,
    end_time: Instant,
    timezone: z.string(),
    venue_name: z.string(),
    status: z.string(),
  }),
  tickets: z.array(SheetTicket),
  /** Bookings that are cancelled: those that are neither here nor among the tickets are newer than this. */
  cancelled: z.array(BookingId),
});
export type DoorSheet = z.infer<typeof DoorSheet>;
