import * as z from "zod/mini";
import { DoorKeyId, UserId } from "../ids.ts";
import { Instant } from "../time.ts";

/** What can be done to an event, a venue or an account. A job that takes long writes one when it is decided, another when it ends. */
export const JournalAction = z.enum([
  "event.created",
  "event.seats_copied",
  "event.publication_asked",
  "event.published",
  "event.paused",
  "event.changed",
  "event.cancelling",
  "event.cancelled",
  "event.archived",
  "event.unarchived",
  "event.copied",
  "event.copies_made",
  "event.moved",
  "event.deleting",
  "event.deleted",
  "event.prices_copied",
  "seats.blocked",
  "seats.unblocked",
  "booking.sold",
  "booking.paid",
  "booking.lapsed",
  "booking.moved",
  "booking.seats_cancelled",
  "booking.cancelled",
  "booking.adopted",
  "booking.refunded",
  "booking.not_charged",
  "booking.refund_failed",
  "booking.disputed",
  "booking.link_replaced",
  "ticket.reissued",
  "ticket.admitted_by_hand",
  "ticket.admission_undone",
  "door_key.made",
  "door_key.ended",
  "hold.released",
  "series.changed",
  "series.change_finished",
  "venue.created",
  "venue.changed",
  "venue.name_carried",
  "seats.added",
  "seats.changed",
  "seats.carried",
  "event.hidden",
  "event.shown",
  "organization.created",
  "organization.changed",
  "member.invited",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "invitation.revoked",
  "account.suspended",
  "account.resumed",
  "account.role_granted",
  "account.quota_set",
  "account.sign_in_link",
  "account.email_changed",
  "account.deleted",
  "organization.approved",
  "organization.suspended",
  "organization.resumed",
]);
export type JournalAction = z.infer<typeof JournalAction>;

/** Who acts by a command on the machine itself, and has no account. */
export const operator = "operator";

/** A field's values, or the length and SHA-256 of one that is long. */
export const FieldChange = z.object({ before: z.unknown(), after: z.unknown() });

export const JournalEntry = z.object({
  at: Instant,
  /** `operator` for whoever runs this installation, by a command; null for a job that finished what was decided before. */
  actor_id: z.nullable(z.union([UserId, DoorKeyId, z.literal(operator)])),
  /** The request through which it was done, as in the answer's X-Request-Id; of a job its own. */
  request_id: z.string(),
  action: JournalAction,
  changes: z.record(z.string(), FieldChange),
  reason: z.nullable(z.string()),
  /** The revision that the change made; null where it made none. */
  revision: z.nullable(z.int()),
});
export type JournalEntry = z.infer<typeof JournalEntry>;
