import * as z from "zod/mini";
import { BookingId, SeatId } from "../ids.ts";
import { line } from "../text/text.ts";
import { longestReason } from "./limits.rules.ts";

const mostSeats = 50;

/** Either of some seats, at their price, or of an amount in the minor unit, for which the seats stay. */
export const RefundBooking = z
  .strictObject({
    booking_id: BookingId,
    seats: z.optional(
      z.array(SeatId).check(
        z.minLength(1, "at least one seat"),
        z.maxLength(mostSeats, `at most ${mostSeats} seats`),
        z.refine((list) => new Set(list).size === list.length, "no seat twice"),
      ),
    ),
    amount: z.optional(z.int().check(z.gte(1))),
    reason: line(longestReason),
  })
  .check(
    z.refine(({ seats, amount }) => (seats === undefined) !== (amount === undefined), {
      path: ["amount"],
      error: "either seats or an amount",
    }),
  );
export type RefundBooking = z.infer<typeof RefundBooking>;
