import * as z from "zod/mini";
import { Terms } from "../event/policy.ts";
import { BookingId, EventId, HoldingId, SeatId, StoredPaymentId, UserId } from "../ids.ts";
import { Seller } from "../organization/organization.ts";
import { Dispute, PaymentStatus } from "../payment/payment.ts";
import { LabeledLine, Line, SeatLabel } from "../seat/seat.ts";
import { Email } from "../text/email.ts";
import { Instant } from "../time.ts";
import { Contact } from "../user/user.ts";

/** How a booking made at the box office was paid for: in cash, or not at all. */
export const CounterPayment = z.enum(["cash", "comp"]);
export type CounterPayment = z.infer<typeof CounterPayment>;

/**
 * As its payment's, `partly_refunded` while something is left of it; `cash` where the box office took it, `invoice` where an invoice was
 * paid, `unpaid` where one was not.
 */
export const BookingPaymentStatus = z.enum([
  ...PaymentStatus.options,
  ...(["partly_refunded", "cash", "unpaid", "invoice"] as const),
]);
export type BookingPaymentStatus = z.infer<typeof BookingPaymentStatus>;

/** What a cancellation gave back, in the minor unit; `due` until the gateway has paid it out. */
export const Refund = z.object({ amount: z.int(), due: z.boolean() });
export type Refund = z.infer<typeof Refund>;

/**
 * What was given back of a booking, in the minor unit, by seats, which are free again, or by an amount. Null as a reason: it was
 * cancelled. `refund_id` is the idempotency key at the gateway.
 */
export const StoredRefund = z.object({
  refund_id: z.string(),
  amount: z.int(),
  seats: z.array(SeatId),
  reason: z.nullable(z.string()),
  at: Instant,
});
export type StoredRefund = z.infer<typeof StoredRefund>;

/**
 * The same as its buyer and its box office see it, with its seats as they are printed: `due` until the gateway has paid it out, `failed`
 * where the buyer's bank sent it back later.
 */
export const BookingRefund = z.object({
  ...StoredRefund.shape,
  labels: z.array(SeatLabel),
  state: z.enum(["due", "done", "failed"]),
});
export type BookingRefund = z.infer<typeof BookingRefund>;

/** How the buyer's bank disputes the payment, as the box office sees it: the newest, in the minor unit, since when. */
export const BookingDispute = z.pick(Dispute, { state: true, amount: true, at: true });
export type BookingDispute = z.infer<typeof BookingDispute>;

/** The how manieth ticket of its seat is valid, and who goes in with it if not the buyer. */
export const StoredTicket = z.object({ version: z.int(), holder: z.optional(z.string()) });
export type StoredTicket = z.infer<typeof StoredTicket>;

/** Of seats reserved on invoice: until when they are to be paid for, and since when they are; null while they are not. */
export const Invoice = z.object({ due_at: Instant, paid_at: z.nullable(Instant) });
export type Invoice = z.infer<typeof Invoice>;

const common = {
  booking_id: BookingId,
  event_id: EventId,
  user_id: UserId,
  /** As they were when it was made or last corrected; absent in bookings of the version before. */
  buyer: z.optional(Contact),
  /** Null where it was sold at the box office, without a hold. */
  holding_id: z.nullable(HoldingId),
  seats: z.array(SeatId),
  lines: z.array(Line),
  total: z.int(),
  currency: z.string(),
  /** The booking's sort key: an instant with nine fractional digits, the last six from the booking's number. */
  booking_date: z.string(),
  payment_id: z.nullable(StoredPaymentId),
  /** How often its link was replaced; absent if never. */
  link_version: z.optional(z.int()),
  /** By seat, of those whose ticket is not what it is without being stated: the first one, in the buyer's name. */
  tickets: z.optional(z.record(z.string(), StoredTicket)),
  /** With how many of its seats somebody is in; absent before the first. */
  admitted: z.optional(z.int()),
  /** How often that changed. */
  admissions: z.optional(z.int()),
  /** Absent unless it was sold at the box office. */
  counter: z.optional(CounterPayment),
  /** How often its seats were changed; absent if never. */
  changes: z.optional(z.int()),
  /** Since when it has the seats that it was moved to. */
  since: z.optional(z.record(z.string(), Instant)),
  /** Those of its seats that the house kept until they were sold: they are blocked again once it gives them back. */
  from_blocks: z.optional(z.array(SeatId)),
  /** Absent unless it was reserved on invoice. */
  invoice: z.optional(Invoice),
  /** All that was given back, oldest first, and their sum in the minor unit; absent before the first, and in what the version before cancelled. */
  refunds: z.optional(z.array(StoredRefund)),
  refunded: z.optional(z.int()),
  /** Its seats that were refunded: `total` is what these and `lines` cost. Absent if none was. */
  returned: z.optional(z.array(Line)),
  ...Terms.shape,
};

export const Booking = z.discriminatedUnion("state", [
  z.object({
    ...common,
    state: z.literal("awaiting_payment"),
    invoice: Invoice,
    cancelled_at: z.null(),
    refund: z.null(),
  }),
  z.object({ ...common, state: z.literal("confirmed"), cancelled_at: z.null(), refund: z.null() }),
  z.object({ ...common, state: z.literal("cancelled"), cancelled_at: Instant, refund: z.object({ amount: z.int() }) }),
]);
export type Booking = z.infer<typeof Booking>;

/** `awaiting_payment` where the seats are reserved on invoice: they are nobody else's, and nobody's tickets yet. */
export const BookingState = z.enum(["awaiting_payment", "confirmed", "cancelled"]);
export type BookingState = z.infer<typeof BookingState>;

/**
 * A booking as its buyer and its organizer see it; `refund_if_cancelled` is in the minor unit, null if it can't be
 * cancelled.
 */
export const BookingView = z.object({
  booking_id: BookingId,
  event_id: EventId,
  user_id: UserId,
  seats: z.array(SeatId),
  lines: z.array(LabeledLine),
  total: z.int(),
  currency: z.string(),
  booking_date: z.string(),
  state: BookingState,
  /** Only where the seats were reserved on invoice. */
  due_at: z.optional(Instant),
  /** Only where that invoice was paid. */
  paid_at: z.optional(Instant),
  cancelled_at: z.nullable(Instant),
  refund: z.nullable(Refund),
  /** All that was given back, by a cancellation too, oldest first. */
  refunds: z.array(BookingRefund),
  /** Their sum, in the minor unit. */
  refunded: z.int(),
  payment_status: BookingPaymentStatus,
  /** Null for whoever isn't its box office, too. */
  dispute: z.nullable(BookingDispute),
  /** Only where it was sold at the box office. */
  counter: z.optional(CounterPayment),
  /** How often its seats were changed; absent if never. */
  changes: z.optional(z.int()),
  refund_if_cancelled: z.nullable(z.int()),
  /** Until when its buyer may cancel; null if they can't any more, or the event is called off, which returns everything. */
  cancellable_until: z.nullable(Instant),
  /** The start that was sold, where the event now begins at another time; else null. */
  moved_from: z.nullable(Instant),
  /** Who sells, as they call themselves now; null for an event that no organization has yet. */
  seller: z.nullable(Seller),
  ...Terms.shape,
});
export type BookingView = z.infer<typeof BookingView>;

/** What opens a booking without an account: the part of its address behind `/t/`. */
export const BookingLink = z
  .string()
  .check(z.maxLength(500, "a booking's link"), z.regex(/^[^/]+$/, "a booking's link"));
export type BookingLink = z.infer<typeof BookingLink>;

/** What whoever cancels was shown that comes back, in the minor unit. */
export const ShownRefund = z.optional(z.int().check(z.gte(0)));

/** A booking with its link, for its buyer alone. */
export const OwnBookingView = z.object({ ...BookingView.shape, link: z.optional(BookingLink) });
export type OwnBookingView = z.infer<typeof OwnBookingView>;

/** `url` is null where the installation does not know its own address. */
export const NewLink = z.object({ link: BookingLink, url: z.nullable(z.string()) });
export type NewLink = z.infer<typeof NewLink>;

export const ResendTicket = z.strictObject({ booking_id: BookingId, email: Email });
export type ResendTicket = z.infer<typeof ResendTicket>;

/** A booking that may be theirs, as somebody who signs in is asked about it. */
export const FoundBooking = z.object({
  booking_id: BookingId,
  event_name: z.string(),
  start_time: Instant,
  timezone: z.string(),
  seat_count: z.int(),
  state: BookingState,
});
export type FoundBooking = z.infer<typeof FoundBooking>;

export const AdoptBookings = z.strictObject({
  user_id: UserId,
  booking_ids: z.array(BookingId).check(z.minLength(1, "at least one booking"), z.maxLength(50, "at most 50 bookings")),
});
export type AdoptBookings = z.infer<typeof AdoptBookings>;
