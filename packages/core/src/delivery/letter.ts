import type { BookingView } from "../booking/booking.ts";
import type { EventPage } from "../event/event.ts";
import type { AnnouncedField, BookingMailKind } from "../mail/mail.ts";
import type { MemberRole } from "../organization/organization.ts";
import type { SeatLabel } from "../seat/seat.ts";
import type { Ticket } from "../ticket/ticket.ts";

/** An event as a letter tells of it. */
export type LetterEvent = Pick<
  EventPage,
  | "event_id"
  | "name"
  | "start_time"
  | "end_time"
  | "duration"
  | "timezone"
  | "venue_name"
  | "city"
  | "status"
  | "revision"
  | "cancelled_at"
  | "address"
  | "map_url"
  | "doors_time"
  | "min_age"
  | "seller"
>;

/** A booking as a letter tells of it; `refund`, what its cancellation gave back, in the minor unit. */
export type LetterBooking = Pick<
  BookingView,
  | "booking_id"
  | "booking_date"
  | "lines"
  | "total"
  | "refunded"
  | "currency"
  | "state"
  | "cancelled_at"
  | "moved_from"
  | "terms"
  | "counter"
  | "changes"
  | "due_at"
  | "paid_at"
  | "refunded"
> & {
  refund: number | null;
  /** Its payment was promised by the bank and could not be taken: what reads as refunded was never paid. */
  not_charged: boolean;
  /** What its buyer gets back who cancels now or later, `refund` in the minor unit; soonest first. */
  refund_steps: readonly { until: string; percent: number; refund: number }[];
};

/** What a letter tells of a refund of a part: in the minor unit, and of which seats. */
export type LetterRefund = { amount: number; seats: readonly SeatLabel[]; reason: string | null };

/** To the buyer of a booking; `path` leads to the booking on the site. */
export type BookingLetter = {
  kind: BookingMailKind;
  path: string;
  event: LetterEvent;
  booking: LetterBooking;
  /** Where they are valid. */
  tickets?: readonly Ticket[];
  changes: readonly AnnouncedField[];
  /** What a booking-refunded letter tells of, or the refund of the last seats that cancelled the booking. */
  refund?: LetterRefund;
};

/**
 * To whoever asked to sign in, with `device` if that is known: the code, and the path of a page that takes the link's token, each
 * null where the mail has none. Without a path it is for an account's new address.
 */
export type SignInLetter = { kind: "sign-in"; code: string | null; path: string | null; device: string | null };

/** To whoever is to be a member of an organization; `path` leads to a page that takes the link's token. */
export type InvitationLetter = {
  kind: "invitation";
  organization: string;
  role: MemberRole;
  /** Who invites; null if they stated no name. */
  inviter: string | null;
  path: string;
};

/** What a mail says, for whoever gives it words and a form. */
export type Letter = SignInLetter | InvitationLetter | BookingLetter;
