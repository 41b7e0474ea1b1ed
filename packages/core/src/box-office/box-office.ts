import * as z from "zod/mini";
import { BookingView, CounterPayment, ShownRefund } from "../booking/booking.ts";
import { BookingId, EventId, SeatId } from "../ids.ts";
import { SeatLabel } from "../seat/seat.ts";
import { Email } from "../text/email.ts";
import { line } from "../text/text.ts";
import { Contact } from "../user/user.ts";
import { longestReason, mostBlocked, mostMoved, mostSold } from "./limits.rules.ts";

const areDifferent = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

const seats = (most: number) =>
  z.array(SeatId).check(
    z.minLength(1, "at least one seat"),
    z.maxLength(most, `at most ${most} seats`),
    z.refine((list) => areDifferent(list), "no seat twice"),
  );

export const BlockSeats = z.strictObject({ event_id: EventId, seats: seats(mostBlocked), reason: line(longestReason) });
export type BlockSeats = z.infer<typeof BlockSeats>;

/** With `reason` only seats that are blocked for it. */
export const ReleaseBlocks = z.strictObject({
  event_id: EventId,
  seats: seats(mostBlocked),
  reason: z.optional(line(longestReason)),
});
export type ReleaseBlocks = z.infer<typeof ReleaseBlocks>;

/** How many seats a request blocked or released. */
export const Blocked = z.object({ blocked: z.int() });
export type Blocked = z.infer<typeof Blocked>;

/** A seat kept by the house, and for whom or what. */
export const BlockedSeat = z.object({ seat_pos: SeatId, ...SeatLabel.shape, reason: z.string() });
export type BlockedSeat = z.infer<typeof BlockedSeat>;

export const CounterSale = z
  .strictObject({
    event_id: EventId,
    seats: seats(mostSold),
    /** Those of them that the seller saw blocked; without it a blocked seat is sold as a free one is. */
    from_blocks: z.optional(z.array(SeatId).check(z.maxLength(mostSold, `at most ${mostSold} seats`))),
    holder: z.optional(z.strictObject({ name: line(120), email: z.optional(Email) })),
    payment: CounterPayment,
    /** What the buyer was told that they cost, in the minor unit. */
    total: z.optional(z.int().check(z.nonnegative())),
  })
  .check(
    z.refine(({ seats, from_blocks = [] }) => from_blocks.every((seat) => seats.includes(seat)), {
      path: ["from_blocks"],
      error: "seats of this sale",
    }),
  );
export type CounterSale = z.infer<typeof CounterSale>;

/** Seats whose bookings are looked for. */
export const FindBookings = z.strictObject({ event_id: EventId, seats: seats(mostBlocked) });
export type FindBookings = z.infer<typeof FindBookings>;

/** A booking as the box office sees it; the seats `from_blocks` are the house's again once it gives them back. */
export const ServedBooking = z.object({ ...BookingView.shape, buyer: Contact, from_blocks: z.array(SeatId) });
export type ServedBooking = z.infer<typeof ServedBooking>;

export const MoveSeats = z.strictObject({
  booking_id: BookingId,
  seats: z.array(z.strictObject({ from: SeatId, to: SeatId })).check(
    z.minLength(1, "at least one seat"),
    z.maxLength(mostMoved, `at most ${mostMoved} seats`),
    z.refine((moves) => areDifferent(moves.map(({ from }) => from)), "no seat moved twice"),
    z.refine((moves) => areDifferent(moves.map(({ to }) => to)), "no two seats to one"),
    z.refine((moves) => moves.every(({ from, to }) => from !== to), "to another seat"),
  ),
});
export type MoveSeats = z.infer<typeof MoveSeats>;

/** Without `seats` the whole booking. */
export const CancelBooking = z.strictObject({
  booking_id: BookingId,
  seats: z.optional(seats(mostSold)),
  refund: ShownRefund,
});
export type CancelBooking = z.infer<typeof CancelBooking>;
