import * as z from "zod/mini";
import { CheckIn, Entry } from "../admission/admission.ts";
import { Booking } from "../booking/booking.ts";
import { DoorKey } from "../door-key/door-key.ts";
import { Holding } from "../hold/hold.ts";
import { DoorKeyId, EventId, OrganizationId, SeatId, UserId, VenueId } from "../ids.ts";
import { JournalEntry } from "../journal/journal.ts";
import { EventMail } from "../mail/mail.ts";
import { Invitation, MemberRole, Organization } from "../organization/organization.ts";
import { Payment } from "../payment/payment.ts";
import { Instant } from "../time.ts";
import { Quotas } from "../user/quotas.ts";
import { SessionId, User } from "../user/user.ts";

/** A session as it is stored, without its token; times in epoch seconds. */
export const ExportedSession = z.object({
  session_id: SessionId,
  created_at: Instant,
  last_used_at: z.number(),
  device: z.nullable(z.string()),
});

/** When somebody went in with a seat's ticket, and whether it was valid still; `reason` is why they were let in by hand. */
export const ExportedAdmission = z.object({
  seat_pos: SeatId,
  ...z.pick(Entry, { at: true, gate: true, ticket: true, version: true, reason: true, undone_at: true }).shape,
});
export type ExportedAdmission = z.infer<typeof ExportedAdmission>;

/** A booking as it is stored, with what belongs to it. `hold` is null once its record was removed, `payment` where nothing was paid. */
export const ExportedBooking = z.object({
  booking: Booking,
  payment: z.nullable(Payment),
  hold: z.nullable(Holding),
  mails: z.array(EventMail),
  check_ins: z.array(ExportedAdmission),
});

/** Whom a person let in at a door. */
export const ExportedScan = z.object({
  ...z.pick(CheckIn, { event_id: true, booking_id: true, seat_pos: true }).shape,
  ...z.pick(Entry, { at: true, gate: true, device: true, reason: true, undone_at: true }).shape,
});
export type ExportedScan = z.infer<typeof ExportedScan>;

/** A key to an event's door that a person made, without what opens it. */
export const ExportedDoorKey = z.object({
  event_id: EventId,
  door_key_id: DoorKeyId,
  ...z.pick(DoorKey, { name: true, until: true }).shape,
});
export type ExportedDoorKey = z.infer<typeof ExportedDoorKey>;

/** What a person is in an organization; who that is, if they own it. */
export const ExportedMembership = z.object({
  organization_id: OrganizationId,
  role: MemberRole,
  since: z.nullable(Instant),
  organization: z.nullable(Organization),
});

/** An open invitation that the person sent for an organization of theirs, or got at the account's address. */
export const ExportedInvitation = z.object({
  organization_id: OrganizationId,
  ...z.omit(Invitation, { email: true }).shape,
  direction: z.enum(["sent", "received"]),
});

/** `name` is what a guest was called with the address; null for an account, whose name is its own. */
export const Namesake = z.object({ user_id: UserId, name: z.nullable(z.string()) });

/** What was done to a person's account, or by the person to an event or a venue; `subject` is which. */
export const ExportedEntry = z.object({ subject: z.string(), ...JournalEntry.shape });

/** Everything that is stored of a person. The lists are written as they are read. */
export const UserExport = z.object({
  exported_at: Instant,
  account: z.object({ ...User.shape, quotas: z.optional(z.partial(Quotas)), was_in: z.array(OrganizationId) }),
  /** Guests and accounts that name the same address, if it is known to be the person's; and who the person was as a guest. */
  namesakes: z.array(Namesake),
  sessions: z.array(ExportedSession),
  bookings: z.array(ExportedBooking),
  holds: z.array(Holding),
  organizations: z.array(ExportedMembership),
  invitations: z.array(ExportedInvitation),
  events: z.array(EventId),
  venues: z.array(VenueId),
  scans: z.array(ExportedScan),
  door_keys: z.array(ExportedDoorKey),
  journal: z.array(ExportedEntry),
  mails: z.array(z.object({ kind: z.literal("sign-in"), written_at: Instant })),
});
export type UserExport = z.infer<typeof UserExport>;
