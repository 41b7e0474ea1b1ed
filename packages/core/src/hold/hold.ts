import * as z from "zod/mini";
import { Terms } from "../event/policy.ts";
import { EventId, HoldingId, SeatId, StoredBookingId, StoredPaymentId, UserId } from "../ids.ts";
import { Network } from "../network/network.ts";
import { NextAction } from "../payment/payment.ts";
import { LabeledLine, Line } from "../seat/seat.ts";
import { Instant } from "../time.ts";

export const PlaceHold = z.strictObject({
  event_id: EventId,
  seats: z.array(SeatId).check(
    z.minLength(1, "at least one seat"),
    z.maxLength(50, "at most 50 seats"),
    z.refine((seats) => new Set(seats).size === seats.length, "no seat twice"),
  ),
});
export type PlaceHold = z.infer<typeof PlaceHold>;

const common = {
  holding_id: HoldingId,
  event_id: EventId,
  user_id: UserId,
  lines: z.array(Line),
  total: z.int(),
  currency: z.string(),
  /** Epoch seconds, like hold_ttl. */
  placed_at: z.number(),
  hold_ttl: z.number(),
  extended: z.boolean(),
  /** Number of attempts to pay; each has its own payment. */
  attempt: z.int(),
  /** Which of the buyer's two slots the hold fills. */
  slot: z.enum(["slot_1", "slot_2"]),
  purge_at: z.number(),
  /** Where the hold was placed from; absent where nothing is limited by that. */
  network: z.optional(Network),
  ...Terms.shape,
};

/** Who released a hold, if it was not its holder. */
export const ReleasedBy = z.literal("organizer");
export type ReleasedBy = z.infer<typeof ReleasedBy>;

/** active -> paying -> confirmed, paying -> active when declined, active or paying -> released. */
export const Holding = z.discriminatedUnion("state", [
  z.object({ ...common, state: z.literal("active"), payment_id: z.nullable(StoredPaymentId), booking_id: z.null() }),
  z.object({ ...common, state: z.literal("paying"), payment_id: StoredPaymentId, booking_id: z.null() }),
  z.object({
    ...common,
    state: z.literal("confirmed"),
    payment_id: z.nullable(StoredPaymentId),
    booking_id: StoredBookingId,
  }),
  z.object({
    ...common,
    state: z.literal("released"),
    payment_id: z.nullable(StoredPaymentId),
    booking_id: z.null(),
    released_by: z.optional(ReleasedBy),
    /** Of one whose payment came after its end: its seats that others had by then. */
    taken: z.optional(z.array(SeatId)),
  }),
]);
export type Holding = z.infer<typeof Holding>;
export type HoldingState = Holding["state"];

/**
 * A hold as its holder sees it. `expires_at` is hold_ttl as an instant; count down from server_now, never from the
 * client's clock.
 */
export const HoldingView = z.object({
  holding_id: HoldingId,
  event_id: EventId,
  seats: z.array(SeatId),
  lines: z.array(LabeledLine),
  total: z.int(),
  currency: z.string(),
  state: z.enum(["active", "paying", "confirmed", "released", "expired"]),
  booking_id: z.nullable(StoredBookingId),
  /** Only in a hold that somebody else than its holder released. */
  released_by: z.optional(ReleasedBy),
  hold_ttl: z.number(),
  expires_at: Instant,
  server_now: Instant,
  extendable: z.boolean(),
  ...Terms.shape,
});
export type HoldingView = z.infer<typeof HoldingView>;

export const PaymentInput = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(200)) });

/** `payment` is absent when the total is 0. */
export const ConfirmHold = z.strictObject({
  holding_id: HoldingId,
  payment: z.optional(PaymentInput),
});
export type ConfirmHold = z.infer<typeof ConfirmHold>;

/** The bank challenges its customer first; the seats stay held meanwhile. */
export const PendingConfirmation = z.object({
  holding_id: HoldingId,
  state: z.literal("paying"),
  next_action: NextAction,
});
export type PendingConfirmation = z.infer<typeof PendingConfirmation>;

/** A hold that runs, as its event's organizer sees it: of its buyer only whether they have an account. */
export const RunningHold = z.object({
  holding_id: HoldingId,
  seats: z.int(),
  placed_at: Instant,
  expires_at: Instant,
  buyer: z.enum(["guest", "account"]),
  is_paying: z.boolean(),
});
export type RunningHold = z.infer<typeof RunningHold>;

/** Ten hexadecimal digits that stand for one network at one event; never an address. */
export const Connection = z.string().check(z.regex(/^[0-9a-f]{10}$/, "a connection such as 3f9a01c27b"));
export type Connection = z.infer<typeof Connection>;

/** What one connection holds, longest first; null for holds whose connection was not kept. */
export const Holder = z.object({
  connection: z.nullable(Connection),
  /** The wider network that the connection is in, such as an IPv6 /48 that counts together; null where there is none. */
  wider: z.nullable(Connection),
  seats: z.int(),
  holds: z.array(RunningHold),
});
export type Holder = z.infer<typeof Holder>;

/** A page of at most `limit` holds. A connection that goes on at the next page appears there once more. */
export const HolderList = z.object({
  items: z.array(Holder),
  next_cursor: z.nullable(z.string()),
  /** Of the whole event. */
  seats_held: z.int(),
  seat_count: z.int(),
  /** Unpaid seats that a connection which has paid nothing may have. */
  seats_per_connection: z.int(),
  server_now: Instant,
});
export type HolderList = z.infer<typeof HolderList>;

/** Exactly one of the two: one hold, or all of a connection. */
export const ReleaseHolds = z
  .strictObject({
    event_id: EventId,
    holding_id: z.optional(HoldingId),
    connection: z.optional(Connection),
  })
  .check(
    z.refine(({ holding_id, connection }) => (holding_id === undefined) !== (connection === undefined), {
      error: "either a hold or a connection",
      path: ["holding_id"],
    }),
  );
export type ReleaseHolds = z.infer<typeof ReleaseHolds>;

/** What a release did. Holds at payment are not released; `left` were too many for one request. */
export const ReleasedHolds = z.object({ released: z.int(), seats: z.int(), paying: z.int(), left: z.int() });
export type ReleasedHolds = z.infer<typeof ReleasedHolds>;
