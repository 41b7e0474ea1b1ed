import * as z from "zod/mini";
import { OrganizationId, StoredBookingId, StoredEventId, UserId } from "../ids.ts";
import { Instant } from "../time.ts";

/** Mails that tell the buyer of a booking something. */
export const BookingMailKind = z.enum([
  "booking-reserved",
  "booking-lapsed",
  "booking-confirmed",
  "booking-changed",
  "booking-refunded",
  "booking-not-charged",
  "booking-cancelled",
  "event-changed",
  "event-cancelled",
  "reminder",
]);
export type BookingMailKind = z.infer<typeof BookingMailKind>;

export const MailKind = z.enum(["sign-in", ...BookingMailKind.options, "invitation"]);
export type MailKind = z.infer<typeof MailKind>;

/** What of an event buyers are told when it changes. */
export const AnnouncedField = z.enum(["start_time", "doors_time", "address"]);
export type AnnouncedField = z.infer<typeof AnnouncedField>;

const SignInMail = z.object({
  kind: z.literal("sign-in"),
  request_id: z.string(),
  /** What the mail says, and leaves out; absent where it has a code and a link. */
  change_email: z.optional(z.literal(true)),
  link_only: z.optional(z.literal(true)),
  /** No record has it yet; gone once the mail was sent. */
  email: z.string(),
  /** What asked for it, if that is known. */
  device: z.optional(z.string()),
  /** From then on the mail is worth nothing, in epoch seconds. */
  until: z.number(),
});

const BookingMail = z.object({
  kind: BookingMailKind,
  booking_id: StoredBookingId,
  event_id: StoredEventId,
  user_id: UserId,
  /** Tells it from other mails of its kind to the booking: what caused it. */
  cause: z.optional(z.string()),
  /** What an event-changed mail tells. */
  changes: z.optional(z.array(AnnouncedField)),
});

const InvitationMail = z.object({
  kind: z.literal("invitation"),
  organization_id: OrganizationId,
  invitation_id: z.string(),
});

/**
 * A mail to be written and sent: why, and to whom by the records that have the address. It is composed when it is sent,
 * so it says what is true then.
 */
export const Mail = z.discriminatedUnion("kind", [SignInMail, BookingMail, InvitationMail]);
export type Mail = z.infer<typeof Mail>;
export type SignInMail = z.infer<typeof SignInMail>;
export type BookingMail = z.infer<typeof BookingMail>;
export type InvitationMail = z.infer<typeof InvitationMail>;

export const MailState = z.enum(["due", "sent", "dead"]);
export type MailState = z.infer<typeof MailState>;

/** A mail to the buyer of a booking, as the event's organizer sees it; `last_error` is null unless the last attempt failed. */
export const EventMail = z.object({
  booking_id: StoredBookingId,
  kind: BookingMailKind,
  state: MailState,
  attempts: z.int(),
  last_error: z.nullable(z.string()),
  /** When it was sent, when it died, or when it is due. */
  at: Instant,
});
export type EventMail = z.infer<typeof EventMail>;

/** A mail that stayed in the mailbox of a developer's machine; `number` counts them from 1. */
export const KeptMail = z.object({
  number: z.int(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: Instant,
  kind: MailKind,
  message_id: z.string(),
  attachments: z.array(z.object({ filename: z.string(), content_type: z.string() })),
});
export type KeptMail = z.infer<typeof KeptMail>;

/** A page of them, the newest first. */
export const KeptMails = z.object({ items: z.array(KeptMail), next_cursor: z.nullable(z.string()) });
export type KeptMails = z.infer<typeof KeptMails>;
