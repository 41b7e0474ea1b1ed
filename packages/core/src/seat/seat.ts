import * as z from "zod/mini";
import { SeatId, StoredBookingId, StoredEventId, StoredHoldingId, StoredLayoutId, StoredSeatId } from "../ids.ts";

export const SeatNum = z.int("a whole number").check(z.gte(1), z.lte(9999));

/** What is printed for a seat, in any script: on ticket, map, list, calendar and mail. Its key is for programs. */
export const SeatLabel = z.object({ section: z.string(), row_label: z.string(), seat_label: z.string() });
export type SeatLabel = z.infer<typeof SeatLabel>;

/** Beside `accessible`, which is a field of its own. */
export const SeatProperty = z.enum(["companion", "restricted_view", "step_free", "hearing_loop"]);
export type SeatProperty = z.infer<typeof SeatProperty>;

/** `row` and `seat_num` are the two parts of the key `seat_pos`; printed is the label. */
export const SeatPlace = z.object({
  seat_pos: SeatId,
  ...SeatLabel.shape,
  row: z.string(),
  seat_num: z.int(),
});
export type SeatPlace = z.infer<typeof SeatPlace>;

const place = {
  event_id: StoredEventId,
  seat_pos: StoredSeatId,
  row: z.string(),
  seat_num: z.int(),
  seat_type: z.string(),
  price: z.int(),
  /** Of the event's prices that `price` is from; seats of the version before have none. */
  price_revision: z._default(z.int(), 0),
  times_held: z.int(),
  times_booked: z.int(),
};

/**
 * A seat of an event: exactly one of four states, each with only the fields valid in it. `hold_ttl` is in epoch
 * seconds. A held seat whose hold_ttl has passed is free. A blocked one is kept by the house until somebody releases it. `price`, in the minor unit of the event's currency, is what the
 * last hold was quoted or the booking paid; a free seat is sold at its event's price.
 */
export const EventSeat = z.discriminatedUnion("seat_state", [
  z.object({
    ...place,
    seat_state: z.literal("available"),
    holding_id: z.null(),
    hold_ttl: z.null(),
    booking_id: z.null(),
  }),
  z.object({
    ...place,
    seat_state: z.literal("held"),
    holding_id: StoredHoldingId,
    hold_ttl: z.number(),
    booking_id: z.null(),
  }),
  z.object({
    ...place,
    seat_state: z.literal("booked"),
    holding_id: z.null(),
    hold_ttl: z.null(),
    booking_id: StoredBookingId,
  }),
  z.object({
    ...place,
    seat_state: z.literal("blocked"),
    holding_id: z.null(),
    hold_ttl: z.null(),
    booking_id: z.null(),
    block_reason: z.string(),
    /** The write that blocked it. */
    block_id: z.string(),
  }),
]);
export type EventSeat = z.infer<typeof EventSeat>;

export const SeatState = z.enum(["available", "held", "booked", "blocked"]);
export type SeatState = z.infer<typeof SeatState>;

/** The public view of a seat: no holding, booking or user. An expired hold appears as `available`. */
export const PublicSeat = z.object({
  event_id: StoredEventId,
  ...SeatPlace.shape,
  seat_type: z.string(),
  accessible: z.boolean(),
  properties: z.array(SeatProperty),
  /** Decimetres, y growing away from the stage. */
  x: z.number(),
  y: z.number(),
  seat_state: SeatState,
  /** What a held or booked seat costs its buyer, and a free one the next; in the minor unit. */
  price: z.int(),
  hold_ttl: z.nullable(z.number()),
});
export type PublicSeat = z.infer<typeof PublicSeat>;

/** One character per seat in the layout's order: a(vailable), h(eld), b(ooked), x for blocked. */
export const stateLetters = { available: "a", held: "h", booked: "b", blocked: "x" } as const satisfies Record<
  SeatState,
  string
>;

/**
 * The seat map as sent to the browser: `states` has one letter per seat in the layout's order; `holds` gives hold_ttl
 * (epoch seconds) by seat index for held seats; `server_now` in epoch seconds.
 */
export const SeatMap = z.object({
  event_id: StoredEventId,
  layout_id: StoredLayoutId,
  states: z.string(),
  holds: z.record(z.string(), z.number()),
  server_now: z.number(),
});
export type SeatMap = z.infer<typeof SeatMap>;

/** A seat at its quoted price, in the minor unit. */
export const Line = z.object({ seat: SeatId, seat_type: z.string(), price: z.int() });
export type Line = z.infer<typeof Line>;

/**
 * A line as answered: with what the event's layout says is printed on the seat now. What is special about it is there
 * only where something is: with an Idempotency-Key the answer is stored, and each kilobyte costs.
 */
export const LabeledLine = z.object({
  ...Line.shape,
  ...SeatLabel.shape,
  accessible: z.optional(z.boolean()),
  properties: z.optional(z.array(SeatProperty)),
});
export type LabeledLine = z.infer<typeof LabeledLine>;
